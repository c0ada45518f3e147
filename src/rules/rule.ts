import type { Text } from "../domain/language.ts";

/** A rule of Danish school law that a figure rests on: where it stands and what it says in plain words. */
export interface Rule {
  readonly paragraph: string;
  readonly text: Text;
}
