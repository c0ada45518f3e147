import { type Band, BANDS, formatBands } from "../domain/grades.ts";
import { COST_PARAMETER_KEYS } from "../cost/parameters/table.ts";
import { budgetYears } from "../cost/ramp.ts";
import { moneyFormulas } from "./money-text.ts";
import { districtOfSite, NO_SITE } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { pupilsInBand } from "../evaluate/district-tally.ts";
import { type Evaluation, evaluatePlan, unitEffects } from "../evaluate/evaluate.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import { MEASURES } from "../evaluate/measures/table.ts";
import { type PlanMoney, sum } from "../evaluate/plan-totals.ts";
import { statusRow } from "./plan-status.ts";
import { unmeasuredRows } from "./unreached-text.ts";
import type { EvaluationFile, Provenance } from "../protocol/result-file.ts";
import { fileValues, todaysMeasure } from "./shown-measures.ts";

/** What the edge knows and the core does not: the program's version, the data's hash, the time it took. */
export interface RunInfo {
  readonly programVersion: string;
  readonly dataHash: string;
  readonly secondsUsed: number;
}

/** The school year as it is written: 2015 is "2015/16". */
export const schoolYearText = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

export function provenance({ municipality, baseline }: Basis, run: RunInfo): Provenance {
  const { name, code, schoolYear, syntheticNotice } = municipality.info;
  return {
    program: "skoledistrikt",
    programVersion: run.programVersion,
    seed: 0,
    case: {
      name,
      code,
      schoolYear: schoolYearText(schoolYear),
      dataHash: run.dataHash,
      ...(syntheticNotice && { synthetic: `${syntheticNotice.da} / ${syntheticNotice.en}` }),
    },
    baseline: baseline.id,
    secondsUsed: Math.round(run.secondsUsed * 1000) / 1000,
  };
}

export const measureInfo = ({ key, unit, better, version, label, explanation }: Measure) => ({
  key,
  unit,
  better,
  version,
  label,
  explanation,
});

/** An evaluation as the file that `evaluate --json` writes. */
export function evaluationFile(basis: Basis, evaluation: Evaluation, run: RunInfo): EvaluationFile {
  const today = evaluatePlan(basis, basis.baseline).values;
  const { plan, values, totals } = evaluation;
  const todays = todaysMeasure(basis);
  const [after, before] = [values, today].map((measured) => fileValues(measured, todays));
  return {
    format: "skoledistrikt-evaluation",
    version: 1,
    provenance: provenance(basis, run),
    plan: { id: plan.id, title: plan.title },
    completeness: statusRow(basis, evaluation.completeness),
    measures: MEASURES.map((measure) => {
      const [value, baseline] = [after.get(measure.key), before.get(measure.key)];
      const range = measure.range?.(totals);
      return {
        ...measureInfo(measure),
        ...(value !== undefined && { value }),
        ...(baseline !== undefined && { baseline }),
        ...(range && { range }),
      };
    }),
    districts: evaluation.districts.map(({ district, pupils, extraPieces }) => ({
      id: district.id,
      name: district.name,
      sites: district.sites.map((site) => basis.municipality.sites[site].id),
      pupils: sum(pupils),
      contiguous: extraPieces === 0,
    })),
    sites: siteRows(basis, evaluation),
    unmeasured: unmeasuredRows(basis, plan),
    units: unitRows(basis, evaluation),
    costs: COST_PARAMETER_KEYS.map((key) => ({ key, ...basis.costs[key] })),
    ...(totals.money && { money: moneyRows(basis, totals.money) }),
  };
}

const moneyRows = ({ municipality, today, costs }: Basis, { drivers, saving }: PlanMoney): EvaluationFile["money"] => ({
  priceYear: municipality.info.priceYear,
  sums: { da: moneyFormulas(drivers, today, costs, "da"), en: moneyFormulas(drivers, today, costs, "en") },
  years: [...budgetYears(saving, costs, municipality.info.schoolYear + 1, 5)],
});

function siteRows({ municipality }: Basis, { plan, districts }: Evaluation): EvaluationFile["sites"] {
  const district = districtOfSite(plan);
  const tallies = new Map(districts.flatMap(({ sites }) => sites.map((tally) => [tally.site, tally])));
  return municipality.sites.map((site, number) => {
    const tally = tallies.get(number);
    const byGrade = tally?.byGrade ?? new Uint32Array(10);
    return {
      id: site.id,
      name: site.name,
      ...(district[number] !== NO_SITE && { district: plan.districts[district[number]].id }),
      grades: formatBands(plan.teaching[number]),
      pupilsByGrade: [...byGrade],
      classesByGrade: [...(tally?.classes ?? byGrade)],
      pupils: perBand((band) => pupilsInBand(byGrade, band)),
      capacity: Object.fromEntries(
        BANDS.flatMap(({ band, key }) => {
          const places = site.capacity[band];
          return places === undefined ? [] : [[key, places]];
        }),
      ),
      overflow: perBand((band) => tally?.overflow[band] ?? 0),
    };
  });
}

const perBand = (of: (band: Band) => number) => ({ "0-3": of(0), "4-6": of(1), "7-9": of(2) });

function unitRows(basis: Basis, { plan }: Evaluation): EvaluationFile["units"] {
  const { sites, units } = basis.municipality;
  return unitEffects(basis, plan).map(({ unit, band, pupils, siteBefore, siteAfter, metresBefore, metresAfter }) => ({
    id: units.id[unit],
    band: BANDS[band].key,
    pupils,
    ...(siteBefore !== undefined && { siteBefore: sites[siteBefore].id }),
    ...(siteAfter !== undefined && { siteAfter: sites[siteAfter].id }),
    ...(metresBefore !== undefined && { metresBefore: Math.round(metresBefore) }),
    ...(metresAfter !== undefined && { metresAfter: Math.round(metresAfter) }),
  }));
}
