import type { IssueText } from "../domain/issue.ts";
import type { Said } from "../domain/language.ts";

/** Danish, then English. */
type Pair = readonly [da: string, en: string];

export interface Row<Severity, Message extends Pair, Action extends Pair> extends IssueText {
  readonly severity: Severity & IssueText["severity"];
  readonly message: { readonly da: Message[0]; readonly en: Message[1] };
  readonly action: { readonly da: Action[0]; readonly en: Action[1] };
}

/** Something that stops the import: what is wrong and what to do about it. Blanks are `{name}` or `{name, number}`. */
export const error = <const Message extends Pair, const Action extends Pair>(
  message: Message,
  action: Action,
): Row<"error", Message, Action> => row("error", message, action);

/** Something worth knowing that the import goes on with: what was noticed and what to do if that is not right. */
export const warning = <const Message extends Pair, const Action extends Pair>(
  message: Message,
  action: Action,
): Row<"warning", Message, Action> => row("warning", message, action);

const row = <Severity extends "error" | "warning", Message extends Pair, Action extends Pair>(
  severity: Severity,
  message: Message,
  action: Action,
): Row<Severity, Message, Action> => ({
  severity,
  message: { da: message[0], en: message[1] },
  action: { da: action[0], en: action[1] },
});

/** Names of the blanks in a text. */
type BlanksOf<Words extends string> = Words extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name},${string}` ? Name : Inside) | BlanksOf<Rest>
  : never;

/** What fills the blanks of an issue's texts: exactly the names that stand in them. */
export type ValuesIn<Issue extends IssueText> = Readonly<
  Record<BlanksOf<Issue["message"]["da"] | Issue["action"]["da"]>, Said | number>
>;
