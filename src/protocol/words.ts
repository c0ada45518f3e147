import { inBoth, type Said, saidIn } from "../domain/language.ts";

/** Signs that turn what stands beside them around. */
export const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Signs without width that pages and programs leave between letters. */
export const WIDTHLESS = /[\u200B\u2060\uFEFF]/gu;
/** Control signs other than tab and end of line, and halves of signs, which no file in UTF-8 can hold. */
const BROKEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;
/** Signs of which nothing is seen when they stand alone. */
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{M}\u2800]/gu;
/** What stands in a file or a log for a name of which nothing is seen, or which was deleted. */
export const UNSAID = "…";

/** A text without signs that say nothing and change how others are read. */
export const cleaned = (text: string): string => text.replaceAll(TURNING, "").replaceAll(BROKEN, "");

/** As {@link cleaned}, on one line without blanks that nobody sees. */
export const onOneLine = (text: string): string => cleaned(text).replaceAll(/\s+/gu, " ").trim();

/** As {@link cleaned}, in each language that it stands in. */
export const cleanedSaid = (said: Said): Said =>
  typeof said === "string" ? cleaned(said) : inBoth((language) => cleaned(saidIn(said, language)));

/** Whether anything of a text is seen. */
export const isSeen = (text: string): boolean => text.replaceAll(UNSEEN, "") !== "";

/** Whether a name of which nothing is seen was among what was sent; `read`: the same as its schema read it. */
export function hasUnseenName(sent: unknown, read: unknown): boolean {
  if (typeof sent === "string") return read === UNSAID && !isSeen(sent);
  if (!isHolder(sent) || !isHolder(read)) return false;
  return Object.entries(read).some(([key, each]) => hasUnseenName(sent[key], each));
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
