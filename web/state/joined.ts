import type { Joins } from "../../src/index.ts";
import type { PlanList } from "../worker/messages.ts";
import { textOfPairs } from "../worker/pair-edits.ts";
import type { AppState } from "./app-state.ts";
import type { PlanRef } from "./plan-ref.ts";

const BASE = 36;

/** "stay-01123": the group of each of today's districts in turn, all with as many signs as the last group needs. */
export function joinedText({ policy, groups }: Joins): string {
  const width = (groups.length - 1).toString(BASE).length;
  const group = new Map(groups.flatMap((districts, i) => districts.map((district) => [district, i] as const)));
  const signs = [...group.keys()]
    .toSorted((a, b) => a - b)
    .map((district) => (group.get(district) ?? 0).toString(BASE).padStart(width, "0"));
  return `${policy}-${signs.join("")}`;
}

/** What such a text stands for where there are so many districts today; undefined where it is no plan of theirs. */
export function joinsOfText(text: string, districts: number): Joins | undefined {
  const [, policy, signs = ""] = /^(stay|nearest)-([0-9a-z]+)$/.exec(text) ?? [];
  const width = signs.length / districts;
  if ((policy !== "stay" && policy !== "nearest") || !Number.isInteger(width) || width === 0) return undefined;
  const groups: number[][] = [];
  for (let district = 0; district < districts; district++) {
    const group = Number.parseInt(signs.slice(district * width, (district + 1) * width), BASE);
    // A group is first named by its lowest district, so that a plan has one text.
    if (group > groups.length) return undefined;
    (groups[group] ??= []).push(district);
  }
  const joins = { policy, groups } as const;
  return joinedText(joins) === text ? joins : undefined;
}

/** What a plan of the list joins. */
const joinsInList = (list: PlanList, number: number): Joins => ({
  policy: list.policy,
  groups: Array.from(
    list.groupings.subarray(number * list.districts, (number + 1) * list.districts),
    (merged) => list.merged[merged].joins,
  ),
});

/** The name of a listed plan that holds whatever is listed. */
export const joinedRef = (list: PlanList, number: number): PlanRef => ({
  from: "joined",
  id: joinedText(joinsInList(list, number)),
});

const numbers = new WeakMap<PlanList["groupings"], ReadonlyMap<string, number>>();

/** The number in a list of the plan that joins so; undefined where the list has none. */
export function numberOfJoined(list: PlanList, text: string): number | undefined {
  const known = numbers.get(list.groupings);
  if (known) return known.get(text);
  const made = new Map(
    Array.from({ length: list.count }, (_, number) => [joinedText(joinsInList(list, number)), number]),
  );
  numbers.set(list.groupings, made);
  return made.get(text);
}

/** What such a plan is kept under: its number is that of a list with what is said of which districts touch. */
export const joinedKey = ({ choice }: Pick<AppState, "choice">, id: string): string =>
  [textOfPairs(choice.touching), id].filter(Boolean).join(" ");
