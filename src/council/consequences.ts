import type { FairnessTable } from "../compare/fairness/tables.ts";
import { fairnessOf } from "../compare/fairness/fairness.ts";
import { type SchoolChange, whatChanged } from "../compare/what-changed.ts";
import { type BandSet, formatBands, hasBand, NO_BANDS, type Grades } from "../domain/grades.ts";
import type { Plan } from "../domain/plan.ts";
import type { Draft } from "../edit/draft.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../evaluate/evaluate.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import { type Cell, livingThere, roundedCell } from "../kernels/disclosure/shown.ts";
import { protectSums, totalOf } from "../kernels/disclosure/sums.ts";
import { sum } from "../kernels/sum.ts";
import type { PaperConsequences } from "../protocol/paper-file.ts";
import { cellText } from "../report/shown-measures.ts";

type SchoolRow = PaperConsequences["schools"][number];

/**
 * What a plan means school by school and town by town, as it may be handed out: pupils to the nearest five, small groups hidden.
 * `ground`: the case as the plan takes it to be.
 */
export function consequencesOf(ground: Basis, { plan, capacity }: Pick<Draft, "plan" | "capacity">): PaperConsequences {
  return { schools: schoolsOf(ground, plan, capacity), who: whoOf(ground, plan) };
}

function schoolsOf(ground: Basis, plan: Plan, capacity: Draft["capacity"]): SchoolRow[] {
  const { municipality, baseline, unitBand } = ground;
  const [before, after] = [pupilsAt(evaluateToday(ground)), pupilsAt(evaluatePlan(ground, plan))];
  const changed = whatChanged({ plan: baseline, capacity }, { plan, capacity }, unitBand).schools;
  return municipality.sites.flatMap(({ name }, site): SchoolRow[] => {
    const [was, is] = [baseline.teaching[site] ?? NO_BANDS, plan.teaching[site]];
    if (was === NO_BANDS && is === NO_BANDS) return [];
    const change = changed.find((each) => each.site === site);
    const places = placesOf(municipality.grades, is, capacity[site]);
    return [
      {
        name,
        grades: { today: formatBands(municipality.grades, was), plan: formatBands(municipality.grades, is) },
        district: { today: districtOf(baseline, site), plan: is === NO_BANDS ? "" : districtOf(plan, site) },
        pupils: { today: cellText(before(site)), plan: cellText(after(site)) },
        ...(places !== undefined && { places }),
        gains: cellText(moved(change?.gained)),
        loses: cellText(moved(change?.lost)),
      },
    ];
  });
}

const moved = (change: SchoolChange["gained"]): Cell => livingThere(change?.areas ?? 0, change?.pupils ?? 0);

/** Of the grades that it teaches; `undefined` where nobody has said of one of them. */
function placesOf(grades: Grades, teaches: BandSet, capacity: Draft["capacity"][number]): number | undefined {
  const own = grades.bands.flatMap(({ band }) => (hasBand(teaches, band) ? [capacity[band]] : []));
  const known = own.filter((each) => each !== undefined);
  return own.length > 0 && known.length === own.length ? sum(known) : undefined;
}

const districtOf = ({ districts }: Plan, site: number): string =>
  districts.find(({ sites }) => sites.includes(site))?.name ?? "";

/** Pupils by school, which add up to all: what would tell a small group by their sum is hidden, the rest are nearest fives. */
function pupilsAt({ districts }: Evaluation): (site: number) => Cell {
  const tallies = districts.flatMap(({ sites }) => sites);
  const counts = tallies.map(({ byGrade }) => sum(byGrade));
  const all = counts.length;
  const sums = [totalOf(all, [...counts.keys()])];
  const total = sum(counts);
  const cells = protectSums([...counts, total], sums, new Map([[all, { kind: "count", pupils: total }]]));
  const bySite = new Map(tallies.map(({ site }, i) => [site, inFives(cells[i])]));
  return (site) => bySite.get(site) ?? { kind: "count", pupils: 0 };
}

const inFives = (cell: Cell): Cell => (cell.kind === "count" ? roundedCell(cell.pupils) : cell);

function whoOf(ground: Basis, plan: Plan): PaperConsequences["who"] {
  const { pupils, unknown, bands, tables } = fairnessOf(ground, plan);
  return {
    pupils: cellText(pupils),
    unknown: cellText(unknown),
    bands: bands.map(({ over, upTo, pupils: count }) => ({
      ...(Number.isFinite(over) && { over }),
      ...(Number.isFinite(upTo) && { upTo }),
      pupils: count,
    })),
    tables: tables.map(whoTable),
  };
}

const whoTable = ({ key, rows, status }: FairnessTable): PaperConsequences["who"]["tables"][number] => ({
  by: key,
  ...(status === "withheld" && { withheld: true }),
  rows: rows.map(({ name, pupils, cells }) => ({ name, pupils, cells: cells.map(cellText) })),
});
