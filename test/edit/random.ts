import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import type { Assumption } from "../../src/domain/assumption.ts";
import { COST_ITEMS } from "../../src/domain/cost-items.ts";
import { DWELLING_TYPES } from "../../src/domain/forecast.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { assume, changeAssumption } from "../../src/edit/assumption-tools.ts";
import type { Change, Lockable } from "../../src/edit/change.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { applyChanges } from "../../src/edit/log.ts";
import * as tools from "../../src/edit/tools.ts";
import { openedCase } from "../cases/opened.ts";

export const lattice = openedCase("lattice");
export const start = startDraft(lattice.basis.municipality, lattice.plans[0]);

/** What a hand may do, as numbers that a draft gives a meaning: so that a sequence can be made smaller and still be one. */
export type Deed = readonly [tool: number, a: number, b: number, c: number];

export const deed: fc.Arbitrary<Deed> = fc.tuple(fc.nat(14), fc.nat(999), fc.nat(999), fc.nat(999));

/** The changes of one deed against a draft; not all of them may be made. */
export function changesOf(draft: Draft, [tool, a, b, c]: Deed): readonly Change[] {
  const sites = draft.plan.teaching.length;
  const site = a % sites;
  const pairs = Array.from({ length: 1 + (c % 7) }, (_, i) => (b + 5 * i) % draft.plan.assignment.length);
  const districts = draft.plan.districts;
  const district = districts[b % districts.length].id;
  const teaches = 1 + (c % 7);
  const place = { lon: 9.5 + b / 1e5, lat: 55.9 + c / 1e5 };
  switch (tool) {
    case 0:
    case 1:
    case 2:
      return tools.assignPairs(draft, pairs, a % 9 === 8 ? NO_SITE : site).changes;
    case 3:
      return tools.closeSite(draft, site);
    case 4:
      return tools.openSite(draft, site, teaches, district);
    case 5:
      return tools.moveSite(draft, site, c % 5 === 0 ? undefined : district);
    case 6:
      return tools.setTeaching(draft, site, teaches);
    case 7:
      return tools.setCapacity(draft, site, [b % 50, c % 3 === 0 ? undefined : c, 10]);
    case 8:
      return tools.renameDistrict(draft, district, `Navn ${c % 5}`);
    case 9:
      return tools.newDistrict(draft, `Nyt ${c % 5}`, [site]).changes;
    case 10:
      return tools.joinDistricts(draft, districts[a % districts.length].id, district);
    case 11:
      return c % 3 === 0
        ? tools.takeAwaySite(draft, sites - 1)
        : c % 3 === 1
          ? tools.changeNewSite(draft, site, place)
          : tools.placeSite(draft, { name: `Skole ${b % 4}`, ...place, teaches, capacity: [20, 20, 20], district })
              .changes;
    case 12: {
      const whats: readonly Lockable[] = [
        { pairs: Uint32Array.from(pairs) },
        { site },
        { district },
        { band: BANDS[b % BAND_COUNT].band },
      ];
      return tools.setLock(draft, whats[c % 4], a % 3 > 0);
    }
    case 13:
      return assuming(draft, a, b, c);
    default:
      return c % 2 === 0 ? tools.setTitle(draft, `Titel ${a % 3}`) : tools.setReason(draft, `Grund ${a % 3}`);
  }
}

/** An assumption made, changed or taken away; some of them may not be made. */
function assuming(draft: Draft, a: number, b: number, c: number): readonly Change[] {
  const ids = [...draft.assumptions.keys()];
  const name = `Antaget ${b % 4}`;
  const along = Array.from({ length: 1 + (b % 3) }, (_, i) => ({ lon: 11.5 + (a + i) / 1e4, lat: 55.6 + c / 1e4 }));
  const those: readonly Assumption[] = [
    { kind: "cost", name, kroner: 1000 * (b % 50), per: c % 2 === 0 ? "year" : "once" },
    { kind: "danger", name, bands: 1 + (c % 7), along },
    {
      kind: "housing",
      name,
      unit: b % draft.municipality.units.count,
      dwellings: 1 + (c % 90),
      firstYear: 2020 + (a % 5),
      lastYear: 2021 + (b % 5),
      type: DWELLING_TYPES[c % DWELLING_TYPES.length],
    },
    { kind: "claim", name, item: COST_ITEMS[b % COST_ITEMS.length], value: (c % 9) / 4 },
  ];
  const to = those[a % those.length];
  if (ids.length === 0 || c % 3 > 0) return assume(draft, to);
  return changeAssumption(draft, ids[b % ids.length], c % 2 === 0 ? to : undefined);
}

/** Everything a draft holds, in a form that is equal exactly where the drafts are. */
export const held = ({ plan, capacity, newSites, assumptions, locks, reason }: Draft) => ({
  plan: { ...plan, assignment: [...plan.assignment] },
  capacity: capacity.map((places) => [...places]),
  newSites,
  assumptions: [...assumptions],
  locks: [locks.pairs, locks.sites, locks.districts, locks.bands].map((set) => [...set].map(String).toSorted()),
  reason,
});

/** The drafts that some deeds lead to, those that may not be made left out, with the changes that were made. */
export function perform(
  first: Draft,
  deeds: readonly Deed[],
  mayBeMade: (draft: Draft, changes: readonly Change[]) => boolean,
): { readonly drafts: readonly Draft[]; readonly edits: readonly (readonly Change[])[] } {
  const drafts = [first];
  const edits: (readonly Change[])[] = [];
  for (const each of deeds) {
    const draft = drafts.at(-1)!;
    const changes = changesOf(draft, each);
    if (!mayBeMade(draft, changes)) continue;
    edits.push(changes);
    drafts.push(applyChanges(draft, changes));
  }
  return { drafts, edits };
}
