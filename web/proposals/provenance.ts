import type { Change, Edit } from "../../src/index.ts";
import type { Proposal } from "./proposal.ts";

/** Whose idea something in a proposal is: the last edit that changed it. */
interface Provenance {
  readonly edit: Edit;
  /** Of an area: the site that its pupils went to before, or NO_SITE; where grades went to different ones, that of the lowest that was moved. */
  readonly before?: number;
}

/** Who last sent pupils of an area to another school, on the way to where the proposal stands; undefined where nobody has. O(steps · log areas). */
export function unitProvenance(proposal: Proposal, unit: number): Provenance | undefined {
  return lastOf(proposal, (change) => {
    if (change.kind !== "assign") return undefined;
    const at = firstFrom(change.pairs, unit * proposal.start.grades.bandCount);
    return change.pairs[at] < (unit + 1) * proposal.start.grades.bandCount ? { before: change.from[at] } : undefined;
  });
}

/**
 * The same of a school: its grades, places, district, or that it is there. `id`: of a school that the proposal adds; whom that gets is
 * what becomes of it.
 */
export function siteProvenance(proposal: Proposal, site: number, id: string): Provenance | undefined {
  const isAdded = site >= proposal.draft.municipality.sites.length;
  const isOf = (change: Change): boolean => {
    if (change.kind === "site") return change.site === site;
    if (change.kind === "new-site") return (change.is ?? change.was)?.id === id;
    return isAdded && change.kind === "assign" && change.to.includes(site);
  };
  return lastOf(proposal, (change) => (isOf(change) ? {} : undefined));
}

/** The same of what a proposal takes for granted or claims, under an id. */
export const assumptionProvenance = (proposal: Proposal, id: string): Provenance | undefined =>
  lastOf(proposal, (change) => (change.kind === "assumption" && change.id === id ? {} : undefined));

function lastOf(
  { history: { steps, head } }: Proposal,
  find: (change: Change) => Omit<Provenance, "edit"> | undefined,
): Provenance | undefined {
  let step = head === undefined ? undefined : steps.get(head);
  while (step) {
    const { edit, parent } = step;
    for (let i = edit.changes.length - 1; i >= 0; i--) {
      const found = find(edit.changes[i]);
      if (found) return { edit, ...found };
    }
    step = parent === undefined ? undefined : steps.get(parent);
  }
  return undefined;
}

/** Where the first of the pairs, which ascend, that is not below a pair stands. */
function firstFrom(pairs: Uint32Array, pair: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pairs[middle] < pair) low = middle + 1;
    else high = middle;
  }
  return low;
}
