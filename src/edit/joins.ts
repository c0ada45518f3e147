import type { Plan } from "../domain/plan.ts";
import type { AssignmentPolicy } from "../domain/question.ts";
import { joinedTitle } from "./joined-title.ts";

/** What names a plan of a list whatever is listed: which of today's districts it joins, and by which rule pupils get their schools. */
export interface Joins {
  readonly policy: AssignmentPolicy;
  /** Numbers of today's districts, ascending, by the lowest of each group. */
  readonly groups: readonly (readonly number[])[];
}

/** A plan of a list, its districts in the order of what they join. */
export interface JoinedPlan {
  readonly joins: Joins;
  readonly plan: Plan;
}

/** Such a plan of what a solver made of it, its districts under the names of the one among finished plans that joins the same schools. */
export function joinedPlan(
  id: string,
  policy: AssignmentPolicy,
  { districts, assignment, number }: Pick<Plan, "districts" | "assignment"> & { readonly number?: number },
  [today, ...finished]: readonly Plan[],
): Plan {
  return {
    id,
    title: joinedTitle(number, districts.length, policy),
    districts: namedAsIn(finished, districts),
    grades: today.grades,
    teaching: today.teaching,
    assignment,
  };
}

/** Districts by the names of the plan that joins the same schools, where there is one. */
export function namedAsIn(plans: readonly Plan[], districts: Plan["districts"]): Plan["districts"] {
  const same = plans.find(
    (each) =>
      each.districts.length === districts.length && districts.every(({ sites }) => nameIn(each, sites) !== undefined),
  );
  return same ? districts.map((each) => ({ ...each, name: nameIn(same, each.sites) ?? each.name })) : districts;
}

const nameIn = (plan: Plan, sites: readonly number[]): string | undefined =>
  plan.districts.find((district) => district.sites.join() === sites.join())?.name;

/** A number in a code is a policy's place here: the order stays as it is. */
const POLICIES: readonly AssignmentPolicy[] = ["stay", "nearest"];

/**
 * The only plan of a list that the plan can be, if it is one: that with its districts, under "stay" where everybody goes where they do
 * today. Undefined where it splits one of today's districts or has schools teach other grades.
 */
export function joinsOf({ districts, teaching, assignment }: Plan, today: Plan): Joins | undefined {
  const groupOf = new Map(districts.flatMap(({ sites }, group) => sites.map((site) => [site, group] as const)));
  const joined = new Map<number | undefined, number[]>();
  for (const [number, { sites }] of today.districts.entries()) {
    const group = groupOf.get(sites[0]);
    if (sites.some((site) => groupOf.get(site) !== group)) return undefined;
    joined.set(group, [...(joined.get(group) ?? []), number]);
  }
  if (joined.size !== districts.length || joined.has(undefined)) return undefined;
  if (teaching.some((bands, site) => bands !== today.teaching[site])) return undefined;
  const stays = assignment.every((site, pair) => site === today.assignment[pair]);
  return { policy: stays ? "stay" : "nearest", groups: [...joined.values()] };
}

/** How many {@link Joins} there are of so many districts. */
export const countJoins = (districts: number): bigint => BigInt(POLICIES.length) * waysFrom(districts, 0)[0];

/** From 0, each its own. */
export function joinsNumber({ policy, groups }: Joins): bigint {
  const groupOf = new Map(
    groups.flatMap((districts, group) => districts.map((district) => [district, group] as const)),
  );
  let number = 0n;
  let opened = 0;
  for (let district = 0; district < groupOf.size; district++) {
    const group = groupOf.get(district) ?? 0;
    number += BigInt(group) * waysFrom(groupOf.size - district - 1, opened)[opened];
    if (group === opened) opened++;
  }
  return number * BigInt(POLICIES.length) + BigInt(POLICIES.indexOf(policy));
}

/** Which of so many districts a number below {@link countJoins} joins. */
export function joinsOfNumber(number: bigint, districts: number): Joins {
  let rest = number / BigInt(POLICIES.length);
  const groups: number[][] = [];
  for (let district = 0; district < districts; district++) {
    const each = waysFrom(districts - district - 1, groups.length)[groups.length];
    const known = BigInt(groups.length);
    const group = rest / each < known ? rest / each : known;
    rest -= group * each;
    (groups[Number(group)] ??= []).push(district);
  }
  return { policy: POLICIES[Number(number % BigInt(POLICIES.length))], groups };
}

/** In how many ways so many more districts join those groups, or each other, where there are groups already: `[groups]`, up to `most`. */
function waysFrom(districts: number, most: number): readonly bigint[] {
  let ways = Array.from({ length: most + districts + 1 }, () => 1n);
  for (let left = 0; left < districts; left++)
    ways = ways.slice(0, -1).map((each, groups) => BigInt(groups) * each + ways[groups + 1]);
  return ways;
}
