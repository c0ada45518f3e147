import type { District, PairChange } from "../../src/index.ts";

/** Two of today's districts, by id, that touch or do not, whatever the map shows. */
interface PairEdit {
  readonly districts: readonly [string, string];
  readonly touch: PairChange["touch"];
}

/** In the order of their text, a pair once. */
export type PairEdits = readonly PairEdit[];

/** "isefjord;engskov;yes,tuse-naes;kildevangen;no": as the address carries them; "" for none. Equal edits have equal texts. */
export const textOfPairs = (edits: PairEdits): string => edits.map(textOf).join(",");

const textOf = ({ districts, touch }: PairEdit): string => [...districts.map(encodeURIComponent), touch].join(";");

/** What the text stands for; an entry that says no pair stands for nothing. */
export function pairsOfText(text: string): PairEdits {
  const found = text.split(",").flatMap((entry): PairEdit[] => {
    const [one, other, touch, more] = entry.split(";");
    const isSaid = touch === "yes" || touch === "no";
    if (!one || !other || one === other || !isSaid || more !== undefined) return [];
    const [first, second] = [one, other].map(decoded);
    return first === undefined || second === undefined ? [] : [{ districts: [first, second], touch }];
  });
  return found.reduce<PairEdits>(withPair, []);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The edits with one more, or another for the same pair. */
export const withPair = (edits: PairEdits, edit: PairEdit): PairEdits =>
  [...withoutPair(edits, edit.districts), edit].toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));

export const withoutPair = (edits: PairEdits, pair: PairEdit["districts"]): PairEdits =>
  edits.filter(({ districts }) => !pair.every((id) => districts.includes(id)));

/** Those whose two districts are both among some; other questions say nothing of them. */
export function pairsAmong(edits: PairEdits, ids: readonly string[]): PairEdits {
  const known = new Set(ids);
  return edits.filter(({ districts }) => districts.every((id) => known.has(id)));
}

/** By number among today's districts; what is not among them is left out. */
export function numberedPairs(edits: PairEdits, today: readonly Pick<District, "id">[]): readonly PairChange[] {
  const number = new Map(today.map(({ id }, district) => [id, district]));
  return edits.flatMap(({ districts, touch }) => {
    const [one, other] = districts.map((id) => number.get(id));
    return one === undefined || other === undefined ? [] : [{ pair: [one, other] as const, touch }];
  });
}
