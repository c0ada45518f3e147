import { members, type Neighbours } from "./groups.ts";

/** Which districts a group holds for certain and which it may hold besides, 1 or 0, `[district]`; what it holds it also may. */
export interface PartlyChosen {
  readonly sure: Uint8Array;
  readonly open: Uint8Array;
}

interface PromisingSearch {
  readonly neighbours: Neighbours;
  /** Groups of at most so many districts. */
  readonly largest: number;
  /** Nothing that a group goes on to become comes below this; beyond the limit of the search none of it is visited. */
  readonly least: (chosen: PartlyChosen, districts: readonly number[]) => number;
  /** As it is now, of groups whose lowest district is this one. */
  readonly limit: (lowest: number) => number;
  /** Visits a group, ascending. */
  readonly visit: (districts: readonly number[]) => void;
  /** Steps that the search may take from each lowest district, and from all together. */
  readonly mostSteps: number;
  readonly mostInAll: number;
}

/**
 * Visits every connected group of which `least` does not say that neither it nor anything it grows into is below the limit. Each
 * comes once: from its lowest district, with a neighbour either taken or left out for good (as in Wernicke 2006). Returns whether
 * the search came to its end from every district.
 */
export function eachPromising(search: PromisingSearch): "complete" | "steps" {
  const count = search.neighbours.length;
  const around = search.neighbours.map((group) => members(group));
  const sure = new Uint8Array(count);
  const left = new Uint8Array(count);
  const open = new Uint8Array(count);
  const queue = new Uint16Array(count);
  const chosen: number[] = [];
  let [steps, all] = [0, 0];
  /** Marks what the group can still reach. */
  const reach = (): void => {
    open.fill(0);
    let filled = 0;
    for (const district of chosen) {
      open[district] = 1;
      queue[filled++] = district;
    }
    for (let at = 0; at < filled; at++)
      for (const next of around[queue[at]])
        if (open[next] === 0 && left[next] === 0) {
          open[next] = 1;
          queue[filled++] = next;
        }
  };
  /** Returns false where the steps are used up. */
  const grow = (): boolean => {
    if (++steps > search.mostSteps || ++all > search.mostInAll) return false;
    reach();
    if (search.least({ sure, open }, chosen) >= search.limit(chosen[0])) return true;
    search.visit(chosen.toSorted((a, b) => a - b));
    if (chosen.length === search.largest) return true;
    const tried: number[] = [];
    let goesOn = true;
    for (let from = 0; goesOn && from < chosen.length; from++)
      for (const next of around[chosen[from]]) {
        if (sure[next] === 1 || left[next] === 1) continue;
        sure[next] = 1;
        chosen.push(next);
        goesOn = grow();
        chosen.pop();
        sure[next] = 0;
        left[next] = 1;
        tried.push(next);
        if (!goesOn) break;
      }
    for (const district of tried) left[district] = 0;
    return goesOn;
  };
  let ended: "complete" | "steps" = "complete";
  for (let seed = 0; seed < count; seed++) {
    steps = 0;
    sure[seed] = 1;
    chosen.push(seed);
    if (!grow()) ended = "steps";
    chosen.pop();
    sure[seed] = 0;
    left[seed] = 1;
  }
  return ended;
}
