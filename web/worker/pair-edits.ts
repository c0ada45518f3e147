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

type Members = Pick<District, "id" | "sites">;

/** What somebody says of which of today's districts touch; with none known where not all plans are listed, those that do by now. */
export interface SaidPairs {
  readonly edits: PairEdits;
  readonly today: readonly Members[];
  /** By number among today's districts. */
  readonly touching?: readonly (readonly [number, number])[];
}

/**
 * The same of a plan's districts, which may each hold several of today's: two touch where any of their members do, and no longer once
 * none does. Of members that the plan has split nothing is said.
 */
export function pairsOfPlan({ edits, today, touching }: SaidPairs, districts: readonly Members[]): PairEdits {
  const homes = today.map(({ sites }) =>
    districts.findIndex((district) => sites.every((site) => district.sites.includes(site))),
  );
  const isBetween = ([a, b]: readonly [number, number], one: number, other: number): boolean =>
    (homes[a] === one && homes[b] === other) || (homes[a] === other && homes[b] === one);
  const isAlone = (home: number): boolean => homes.filter((each) => each === home).length === 1;
  const said = numberedPairs(edits, today);
  return said.reduce<PairEdits>((all, { pair: [a, b] }) => {
    const [one, other] = [homes[a], homes[b]];
    if (one < 0 || other < 0 || one === other) return all;
    const ids = [districts[one].id, districts[other].id] as const;
    if (said.some(({ pair, touch }) => touch === "yes" && isBetween(pair, one, other)))
      return withPair(all, { districts: ids, touch: "yes" });
    const isApart = touching ? !touching.some((pair) => isBetween(pair, one, other)) : isAlone(one) && isAlone(other);
    return isApart ? withPair(all, { districts: ids, touch: "no" }) : all;
  }, []);
}

/** By number among today's districts; what is not among them is left out. */
export function numberedPairs(edits: PairEdits, today: readonly Pick<District, "id">[]): readonly PairChange[] {
  const number = new Map(today.map(({ id }, district) => [id, district]));
  return edits.flatMap(({ districts, touch }) => {
    const [one, other] = districts.map((id) => number.get(id));
    return one === undefined || other === undefined ? [] : [{ pair: [one, other] as const, touch }];
  });
}
