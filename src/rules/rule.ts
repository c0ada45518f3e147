import type { Text } from "../domain/language.ts";

/** A rule of Danish school law that a figure rests on: where it stands, what it says in plain words, since when. */
export interface Rule {
  readonly key: string;
  readonly paragraph: string;
  readonly text: Text;
  /** ISO date from which the rule holds in this form; `undefined` where it is older than the plans it is used on. */
  readonly validFrom?: string;
  /** What a reader should know about how sure this is. */
  readonly note?: Text;
}
