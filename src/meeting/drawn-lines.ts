import { filled, inBoth, type Text } from "../domain/language.ts";
import type { MinutesNames } from "./minutes-names.ts";
import { MINUTES_TEXT } from "./minutes-text.ts";

/** A step that somebody drew on one of the room's proposals; `note`: what it did, where its author's page said. */
export interface Drawing {
  readonly proposal: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly note?: Text;
}

/** A line that is told, after which entry of the room's log. */
interface Told {
  readonly number: number;
  readonly at: string;
  readonly text: Text;
}

/** So many things that somebody drew are told by what they did; how many others there are is said. */
const NAMED = 5;

/**
 * The lines with what was drawn between them: a line for each seat and proposal, however many steps. What was drawn has no number here, so
 * it stands where its time is; of one proposal no step stands before one that was made before it, whatever their clocks say.
 */
export function drawnLines(
  lines: readonly Told[],
  drawings: readonly Drawing[],
  names: Pick<MinutesNames, "seat" | "proposal">,
): readonly Told[] {
  const after = new Map<number, Map<string, Drawing[]>>();
  const latest = new Map<string, number>();
  for (const drawing of drawings) {
    const { proposal, by, at } = drawing;
    const place = Math.max(
      latest.get(proposal) ?? 0,
      lines.findLastIndex((line) => line.at <= at),
    );
    latest.set(proposal, place);
    const here = after.get(place) ?? new Map<string, Drawing[]>();
    after.set(place, here);
    const key = `${proposal} ${by}`;
    here.set(key, [...(here.get(key) ?? []), drawing]);
  }
  const drawn = (place: number, number: number): readonly Told[] =>
    [...(after.get(place)?.values() ?? [])].map((steps) => lineOf(steps, number, names));
  if (lines.length === 0) return drawn(0, 0);
  return lines.flatMap((line, place) => [line, ...drawn(place, line.number)]);
}

function lineOf(steps: readonly Drawing[], number: number, names: Pick<MinutesNames, "seat" | "proposal">): Told {
  const [{ proposal, by, at }] = steps;
  const text = filled(MINUTES_TEXT.drew, {
    who: names.seat(by),
    proposal: names.proposal(proposal, number),
    what: whatOf(
      steps.flatMap(({ note }) => note ?? []),
      steps.length,
    ),
  });
  return { number, at, text };
}

/** The first of what was done, each once, and how many steps did something else. */
function whatOf(notes: readonly Text[], steps: number): Text {
  const named = [...new Map(notes.map((note) => [note.da, note])).values()].slice(0, NAMED);
  const { oneChange, changes, andOneMore, andMore } = MINUTES_TEXT;
  if (named.length === 0) return steps === 1 ? oneChange : filled(changes, { count: steps });
  const told = new Set(named.map(({ da }) => da));
  const more = steps - notes.filter(({ da }) => told.has(da)).length;
  const what = inBoth((language) => named.map((note) => note[language]).join("; "));
  return more === 0 ? what : filled(more === 1 ? andOneMore : andMore, { what, count: more });
}
