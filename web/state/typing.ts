/** A text that is being written, and what stood in the field when it was begun. */
export interface Typing {
  readonly typed: string;
  readonly from: string;
}

const keyOf = (field: string): string => `skoledistrikt-typing ${field}`;

/**
 * Keeps what is half written, key by key, until it is taken or left: over a reload and a crash of the tab, and for no other tab, which may
 * be writing in the same field. Fields are named by what they belong to.
 */
export function keepTyping(field: string, typing: Typing | undefined, storage = tabStorage): void {
  try {
    if (typing === undefined || typing.typed === typing.from) storage().removeItem(keyOf(field));
    else storage().setItem(keyOf(field), JSON.stringify([typing.typed, typing.from]));
  } catch {
    // Where nothing may be kept it is written all the same as long as the page stands.
  }
}

/** What was half written in a field. */
export function keptTyping(field: string, storage = tabStorage): Typing | undefined {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(field)) ?? "null");
    if (!Array.isArray(kept)) return undefined;
    const [typed, from]: unknown[] = kept;
    return typeof typed === "string" && typeof from === "string" ? { typed, from } : undefined;
  } catch {
    return undefined;
  }
}

const tabStorage = (): Pick<Storage, "getItem" | "setItem" | "removeItem"> => window.sessionStorage;

/** What a field shows: nothing that comes from elsewhere takes the place of what is being written. */
export const shownText = (typing: Typing | undefined, value: string): string => typing?.typed ?? value;

/** What the text became elsewhere while it is written here; absent where it is as it was, or is the same as here. */
export const meanwhileText = (typing: Typing | undefined, value: string): string | undefined =>
  typing && value !== typing.from && value !== typing.typed.trim() ? value : undefined;

/** What a field that is left gives; absent where nothing was written, or only what stands there already. */
export function writtenText(typing: Typing | undefined, value: string): string | undefined {
  const written = typing?.typed.trim();
  return typing === undefined || typing.typed === typing.from || written === value ? undefined : written;
}
