import { type LocationProblem, mayGo, SITE } from "./problem.ts";

/** What is still undecided: which units may go to which site, and which sites may be open. Never changed once made. */
export interface Domain {
  /** Units that may go to site j are `units[start[j]] .. units[start[j + 1] - 1]`, by rising cost. */
  readonly start: Int32Array;
  readonly units: Int32Array;
  /** `[site]`: one of {@link SITE}. */
  readonly state: Uint8Array;
}

/** One side of a branching. */
export type Decision =
  | { readonly kind: "site"; readonly site: number; readonly state: number }
  | { readonly kind: "unit"; readonly unit: number; readonly site: number; readonly goes: "there" | "elsewhere" };

/** Everything the problem itself permits. O(units * sites * log units). */
export function wholeDomain(problem: LocationProblem): Domain {
  const { units, sites, cost } = problem;
  const lists = Array.from({ length: sites }, (_, site) => {
    const list = new Int32Array(units);
    let count = 0;
    for (let unit = 0; unit < units; unit++) if (mayGo(problem, unit, site)) list[count++] = unit;
    return list.subarray(0, count).toSorted((a, b) => cost[a * sites + site] - cost[b * sites + site] || a - b);
  });
  return joined(lists, problem.state.slice());
}

/** The domain after a decision. O(its size). */
export function decided({ start, units, state }: Domain, decision: Decision): Domain {
  const newState = state.slice();
  if (decision.kind === "site") newState[decision.site] = decision.state;
  const lists = Array.from({ length: state.length }, (_, site) => {
    const list = units.subarray(start[site], start[site + 1]);
    if (newState[site] === SITE.closed) return list.subarray(0, 0);
    if (decision.kind === "site") return list;
    const isThere = decision.site === site;
    return isThere === (decision.goes === "there") ? list : list.filter((unit) => unit !== decision.unit);
  });
  return joined(lists, newState);
}

/** The domain once some units go to one site only (`goes[unit]`, or -1), and sites have these states. */
export function settled({ start, units }: Domain, goes: Int32Array, state: Uint8Array): Domain {
  const lists = Array.from(state, (now, site) => {
    const list = units.subarray(start[site], start[site + 1]);
    return now === SITE.closed
      ? list.subarray(0, 0)
      : list.filter((unit) => (goes[unit] ?? -1) < 0 || goes[unit] === site);
  });
  return joined(lists, state);
}

function joined(lists: readonly Int32Array[], state: Uint8Array): Domain {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, site) => {
    start[site + 1] = start[site] + list.length;
  });
  const units = new Int32Array(start[lists.length]);
  lists.forEach((list, site) => units.set(list, start[site]));
  return { start, units, state };
}
