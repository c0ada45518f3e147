import { type Band, type Draft, gradesText, hasBand, isFew, siteName, sitePupils, sum } from "../../src/index.ts";
import { counted, type Voice } from "../i18n/say.ts";
import { unitsOf } from "./drawn.ts";
import { atSite } from "./places.ts";
import { drawnPairs } from "./wishes.ts";

/** What an offered plan does to what was drawn, and to whom schools have: told before it is taken; none where nothing of either. */
export const undoneLines = (voice: Voice, before: Draft, after: Draft, unitBand: Uint32Array): readonly string[] => [
  ...ownLine(voice, before, after),
  ...emptiedLines(voice, before, after, unitBand),
];

/** How many of the drawn areas would not stay as they were drawn, and how many of those go back to where they were. */
function ownLine(voice: Voice, before: Draft, { plan: { assignment } }: Draft): readonly string[] {
  const drawn = drawnPairs(before);
  const changed = drawn.filter((pair) => assignment[pair] !== before.plan.assignment[pair]);
  if (changed.length === 0) return [];
  const back = unitsOf(
    before.municipality.grades,
    changed.filter((pair) => assignment[pair] === before.start.assignment[pair]),
  );
  const of = unitsOf(before.municipality.grades, drawn);
  const blanks = { ofText: voice.number(of), back, backText: voice.number(back) };
  return [voice.say("finish.own", { ...counted(voice, unitsOf(before.municipality.grades, changed)), ...blanks })];
}

/**
 * The schools that lose all pupils of some grades, or more than half of their pupils; not one that only gives back what was drawn to it.
 */
function emptiedLines({ say, read }: Voice, before: Draft, after: Draft, unitBand: Uint32Array): readonly string[] {
  const schools = after.plan.teaching.length;
  const [began, had, has] = [before.start, before.plan, after.plan].map(({ assignment }) =>
    sitePupils(before.municipality.grades, unitBand, assignment, schools),
  );
  return after.plan.teaching.flatMap((teaches, site): readonly string[] => {
    const isNew = site >= before.municipality.sites.length;
    const [is, drawn] = [atSite(before.municipality.grades, has, site), atSite(before.municipality.grades, had, site)];
    const was = isNew
      ? drawn
      : drawn.map((pupils, band) => Math.min(pupils, atSite(before.municipality.grades, began, site)[band]));
    const name = siteName(after, site);
    const isEmptied = (band: Band): boolean => hasBand(teaches, band) && !isFew(was[band]) && is[band] === 0;
    const emptied = before.municipality.grades.bands.flatMap(({ band }) =>
      was[band] > 0 && isEmptied(band) ? [band] : [],
    );
    const [all, left] = [sum(was), sum(is)];
    if (emptied.length > 0)
      return [say("finish.emptied", { site: name, grades: read(gradesText(before.municipality.grades, emptied)) })];
    return teaches !== 0 && all > 0 && !isFew(all) && 2 * left < all ? [say("finish.halved", { site: name })] : [];
  });
}
