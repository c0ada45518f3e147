import { assumptionKey } from "../domain/assumption.ts";
import { dataHash } from "../import/data-hash.ts";
import type { Draft } from "./draft.ts";

/** SHA-256, in hex, of all that a draft says: two that say the same have the same, whatever way led to them. */
export function draftSum({ plan, capacity, newSites, assumptions, locks, reason }: Draft): string {
  const { title, teaching, districts, assignment } = plan;
  const said = [
    typeof title === "string" ? title : [title.da, title.en],
    reason,
    teaching,
    districts.map(({ id, name, sites }) => [id, name, ascending(sites)]),
    capacity,
    newSites.map(({ id, name, lon, lat }) => [id, name, lon, lat]),
    [...assumptions].map(([id, each]) => [id, assumptionKey(each)]),
    ascending(locks.pairs),
    ascending(locks.sites),
    [...locks.districts].toSorted(),
    ascending(locks.bands),
    [...assignment],
  ];
  return dataHash(new Map([["draft", new TextEncoder().encode(JSON.stringify(said))]]));
}

const ascending = (numbers: Iterable<number>): readonly number[] => [...numbers].toSorted((a, b) => a - b);
