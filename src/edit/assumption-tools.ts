import type { Assumption } from "../domain/assumption.ts";
import { cleaned } from "../protocol/words.ts";
import type { Change } from "./change.ts";
import { normalForm } from "./compose.ts";
import type { Draft } from "./draft.ts";
import { idFrom, type Marked } from "./tools.ts";

/** One more assumption, under an id that reads like its name. */
export const assume = ({ assumptions }: Draft, to: Assumption, { mark }: Marked = {}): readonly Change[] => [
  { kind: "assumption", id: idFrom(to.name, new Set(assumptions.keys()), mark), to: named(to) },
];

/** Another in place of the one under the id, or with none nothing; no change where there is none. */
export function changeAssumption({ assumptions }: Draft, id: string, to: Assumption | undefined): readonly Change[] {
  const from = assumptions.get(id);
  return from ? normalForm([{ kind: "assumption", id, from, ...(to && { to: named(to) }) }]) : [];
}

const named = (assumption: Assumption): Assumption => ({ ...assumption, name: cleaned(assumption.name) });
