import { BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges, type Draft, NO_SITE } from "../../src/index.ts";
import { structureChange } from "../../src/compare/structure-change.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { deed, lattice, perform, start } from "../edit/random.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { districtSentences } from "../../src/report/changed-text.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import * as tools from "../../src/edit/tools.ts";
import { applyChanges } from "../../src/edit/log.ts";

const { unitBand } = lattice.basis;
const against = ({ plan, capacity, assumptions }: Draft) => ({ plan, capacity, assumptions });
const isClean = (draft: Draft, changes: Parameters<typeof checkChanges>[1]) =>
  checkChanges(draft, changes).length === 0;
const pupilsAt = ({ plan }: Draft, site: number) =>
  plan.assignment.reduce((sum, at, pair) => sum + (at === site ? unitBand[pair] : 0), 0);

test("whatever was drawn, what schools gained and lost is the difference of who goes there, and nothing has changed against itself", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
      const draft = perform(start, deeds, isClean).drafts.at(-1)!;
      const { schools, units, pupils, bands } = whatChanged(against(start), draft, unitBand);
      const told = new Map(schools.map((school) => [school.site, school]));
      draft.plan.teaching.forEach((_, site) => {
        const { gained, lost } = told.get(site) ?? {};
        expect((gained?.pupils ?? 0) - (lost?.pupils ?? 0)).toBe(pupilsAt(draft, site) - pupilsAt(start, site));
      });
      const differs = (pair: number) => start.plan.assignment[pair] !== draft.plan.assignment[pair];
      const pairs = [...draft.plan.assignment.keys()].filter(differs);
      expect(units).toEqual([...new Set(pairs.map((pair) => Math.floor(pair / BAND_COUNT)))]);
      const lived = new Set(pairs.filter((pair) => unitBand[pair] > 0).map((pair) => pair % BAND_COUNT));
      expect(bands).toEqual([...lived].toSorted((a, b) => a - b));
      expect(pupils).toBe(pairs.reduce((sum, pair) => sum + unitBand[pair], 0));
      expect(whatChanged(against(draft), draft, unitBand)).toEqual({
        schools: [],
        renamed: [],
        gone: [],
        formed: [],
        assumptions: [],
        units: [],
        pupils: 0,
        bands: [],
      });
    }),
    { numRuns: 200 },
  );
});

test("what a proposal takes for granted is told where the other does not, under whatever id it is kept", () => {
  const taxi = { kind: "cost", name: "Taxa", kroner: 400_000, per: "year" } as const;
  const draft = applyChanges(start, assume(start, taxi));
  expect(whatChanged({ plan: start.plan, capacity: start.capacity }, draft, unitBand).assumptions).toEqual([taxi]);
  const other = { ...against(start), assumptions: new Map([["x", { ...taxi }]]) };
  expect(whatChanged(other, draft, unitBand).assumptions).toEqual([]);
});

test("a closing, a move, other grades, places and names are each told of the school or district they are of", () => {
  const [one, other] = start.plan.districts;
  let draft = start;
  const make = (changes: Parameters<typeof applyChanges>[1]) => (draft = applyChanges(draft, changes));
  const [first, second] = [one.sites[0], other.sites[0]];
  make(tools.closeSite(draft, first));
  make(tools.renameDistrict(draft, other.id, "Nyt navn"));
  make(tools.setCapacity(draft, second, [1, draft.capacity[second][1], draft.capacity[second][2]]));
  const { schools, renamed } = whatChanged(against(start), draft, unitBand);
  expect(renamed).toEqual([{ before: other.name, after: "Nyt navn" }]);
  const of = (site: number) => schools.find((school) => school.site === site);
  expect(of(first)).toMatchObject({ fate: "closed", lost: { pupils: pupilsAt(start, first) } });
  // A district that is only called otherwise is no move.
  expect(of(second)).toEqual({ site: second, places: [{ band: 0, before: start.capacity[second][0], after: 1 }] });
  expect(draft.plan.assignment).toContain(NO_SITE);
});

test("what pupils of some grades alone meet is told of their grades", () => {
  const pair = unitBand.findLastIndex((pupils) => pupils > 0);
  const [from, band] = [start.plan.assignment[pair], pair % BAND_COUNT];
  const to = start.plan.teaching.findIndex((_, site) => site !== from);
  const moved = applyChanges(start, tools.assignPairs(start, [pair], to).changes);
  const { schools, bands } = whatChanged(against(start), moved, unitBand);
  const move = { areas: 1, pupils: unitBand[pair], bands: [band] };
  expect(bands).toEqual([band]);
  expect(schools.find(({ site }) => site === from)?.lost).toEqual(move);
  expect(schools.find(({ site }) => site === to)?.gained).toEqual(move);
});

test("districts that are joined are gone, one that was split off is formed, and each school says where it belongs now", () => {
  const [one, other] = start.plan.districts;
  const site = other.sites[0];
  const joined = applyChanges(start, tools.joinDistricts(start, one.id, other.id));
  const changed = whatChanged(against(start), joined, unitBand);
  expect(changed.gone).toEqual([other.name]);
  expect(changed.schools.find((school) => school.site === site)?.district).toEqual({
    before: other.name,
    after: one.name,
  });
  const split = applyChanges(joined, tools.newDistrict(joined, "Ny kreds", [site]).changes);
  expect(whatChanged(against(joined), split, unitBand).formed).toEqual(["Ny kreds"]);
});

/** Of two districts the one with fewer pupils and the one with more. */
function bySize([one, other]: Draft["plan"]["districts"]) {
  const pupils = ({ sites }: typeof one) => sites.reduce((sum, site) => sum + pupilsAt(start, site), 0);
  return pupils(one) < pupils(other) ? { small: one, large: other } : { small: other, large: one };
}

/** What is said of schools' districts between two plans, and how many pupils the measure says change theirs. */
const districtsTold = (before: Draft, after: Draft) => [
  districtSentences(
    whatChanged(against(before), after, unitBand).schools.map(({ site, district }) => ({
      name: `${site}`,
      ...district,
    })),
  ).map(({ da }) => da),
  evaluatePlan({ ...lattice.basis, baseline: before.plan }, after.plan).values.get("changed-district"),
];

test("a school comes into another district where the measure says that its pupils do: one split off, but none that is joined whole", () => {
  const { small, large } = bySize(start.plan.districts);
  const joined = applyChanges(start, tools.joinDistricts(start, large.id, small.id));
  const split = applyChanges(joined, tools.newDistrict(joined, "Ny kreds", small.sites).changes);
  const [site] = small.sites;
  expect(districtsTold(start, joined)).toEqual([
    [`Andre skoler, hvis distrikt føres videre i et andet: ${site} (fra ${small.name} til ${large.name}).`],
    0,
  ]);
  expect(districtsTold(joined, split)).toEqual([
    [`Andre skoler, der kommer i et andet distrikt: ${site} (fra ${large.name} til Ny kreds).`],
    pupilsAt(start, site),
  ]);
});

test("whatever id a joined district has, the names say that the one goes on that the law's account does: here the larger", () => {
  const { small, large } = bySize(start.plan.districts);
  const joined = applyChanges(start, tools.joinDistricts(start, small.id, large.id));
  const draft = applyChanges(joined, tools.renameDistrict(joined, small.id, "Samlet"));
  const { renamed, gone, formed, schools } = whatChanged(against(start), draft, unitBand);
  const [{ continues, into }] = structureChange(lattice.basis, draft.plan).merged;
  expect([continues, into]).toEqual([large.name, "Samlet"]);
  expect({ renamed, gone, formed }).toEqual({
    renamed: [{ before: large.name, after: "Samlet" }],
    gone: [small.name],
    formed: [],
  });
  expect(schools.map(({ site, district }) => [site, district])).toEqual(
    small.sites.map((site) => [site, { before: small.name, after: "Samlet" }]),
  );
});
