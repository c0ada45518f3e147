import { moneyOf } from "../domain/currency.ts";
import { measuresIn } from "../evaluate/measures/table.ts";
import { type Reference, REFERENCES } from "../cost/references.ts";
import type { CostParameter } from "../cost/parameter.ts";
import { formatBands, pupilsInBand, byBandKey } from "../domain/grades.ts";
import { inBoth, type Language } from "../domain/language.ts";
import { COST_PARAMETER_KEYS, type CostParameterKey } from "../cost/parameters/table.ts";
import { budgetYears, type Horizon, presentValue } from "../cost/ramp.ts";
import { moneyFormulas } from "./money-sums.ts";
import { BUDGET_YEARS } from "./money-text.ts";
import { districtOfSite, NO_SITE } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { evaluateToday } from "../evaluate/scenario.ts";
import { assumptionText } from "./assumption-text.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { sum } from "../kernels/sum.ts";
import { planFile } from "./plan-file.ts";
import { statusRow } from "./plan-status.ts";
import { tellingTo } from "./telling.ts";
import { toldMoney } from "./told-money.ts";
import { unmeasuredRows } from "./unreached-text.ts";
import type { EvaluationFile, Provenance } from "../protocol/result-file.ts";
import type { Cell } from "../kernels/disclosure/shown.ts";
import { type Audience, internalMark } from "./internal.ts";
import { type CellText, cellText, fileValues, measuresOf } from "./shown-measures.ts";
import { toldRange } from "./range-rows.ts";
import { emptySite, shownOverflow, shownSites } from "./shown-sites.ts";
import { unitRows } from "./shown-units.ts";
import { rangeOf, sourcedLevelNote } from "./level-range.ts";
import { guessNotice } from "./baseline-text.ts";

/** What the edge knows and the core does not. */
export interface RunInfo {
  readonly programVersion: string;
  /** Of the case's folder. */
  readonly dataHash: string;
  /** Plans from elsewhere, each with the SHA-256 of its file, in hex. */
  readonly plans?: readonly { readonly id: string; readonly hash: string }[];
  /** Absent where the file is not to say how long it took. */
  readonly secondsUsed?: number;
}

/** The member that tells runs of the same question apart, which is written last. */
export const runRow = ({ secondsUsed }: RunInfo): Pick<EvaluationFile, "run"> =>
  secondsUsed === undefined ? {} : { run: { secondsUsed: Math.round(secondsUsed * 1000) / 1000 } };

/** The school year as it is written: 2015 is "2015/16". */
export const schoolYearText = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

export function provenance({ municipality, baseline, assumptions }: Basis, run: RunInfo): Provenance {
  const { name, code, schoolYear, syntheticNotice, rightsError, currency } = municipality.info;
  const guess = guessNotice({ baseline });
  const note = sourcedLevelNote(municipality.info);
  return {
    program: "skoledistrikt",
    programVersion: run.programVersion,
    seed: 0,
    case: {
      name,
      ...(code !== undefined && { code }),
      schoolYear: schoolYearText(schoolYear),
      dataHash: run.dataHash,
      ...(currency && { currency: currency.code }),
      ...(syntheticNotice && { synthetic: `${syntheticNotice.da} / ${syntheticNotice.en}` }),
      ...(rightsError &&
        note && { rightsError: { low: rightsError.low, high: rightsError.high, note: `${note.da} / ${note.en}` } }),
    },
    baseline: baseline.id,
    ...(run.plans && run.plans.length > 0 && { plans: run.plans.map(({ id, hash }) => ({ id, hash })) }),
    ...(guess && { baselineGuessed: `${guess.da} / ${guess.en}` }),
    ...(assumptions && {
      assumptions: assumptions.map((each) =>
        inBoth((language) => assumptionText(municipality.grades, each, moneyOf(municipality.info), language)),
      ),
    }),
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
export function evaluationFile(
  basis: Basis,
  evaluation: Evaluation,
  run: RunInfo,
  audience: Audience = "anyone",
  horizon: Horizon = BUDGET_YEARS,
): EvaluationFile {
  const today = evaluateToday(basis).values;
  const { plan, values, totals } = evaluation;
  const [after, before] = [values, today].map((measured) =>
    audience === "planner" ? measured : fileValues(basis, measured),
  );
  const cells = measuresOf(basis, values);
  const shown = shownSites(basis, evaluation).districts;
  return {
    format: "skoledistrikt-evaluation",
    version: 1,
    ...internalMark(audience),
    provenance: provenance(basis, run),
    plan: planFile(basis.municipality, plan),
    completeness: statusRow(basis, evaluation.completeness, audience),
    measures: measuresIn(totals.grades).map((measure) => {
      const [value, baseline] = [after.get(measure.key), before.get(measure.key)];
      const told = { value: values.get(measure.key), cell: cells.get(measure.key) };
      const exact = rangeOf(measure, told, totals, basis.municipality.info);
      const range = exact && toldRange(basis, measure, exact, audience);
      return {
        ...measureInfo(measure),
        ...(value !== undefined && { value }),
        ...(baseline !== undefined && { baseline }),
        ...(range && { range }),
      };
    }),
    districts: evaluation.districts.map(({ district, pupils, extraPieces }, number) => ({
      id: district.id,
      name: district.name,
      sites: district.sites.map((site) => basis.municipality.sites[site].id),
      pupils: audience === "planner" ? sum(pupils) : cellText(shown[number]),
      contiguous: extraPieces === 0,
    })),
    sites: siteRows(basis, evaluation, audience),
    unmeasured: unmeasuredRows(basis, plan),
    ...unitRows(basis, plan, audience),
    costs: COST_PARAMETER_KEYS.map((key) => costRow(key, basis.costs[key])),
    ...(totals.money && { money: moneyRows(basis, totals.money, horizon, audience) }),
    ...runRow(run),
  };
}

function moneyRows(
  basis: Basis,
  money: PlanMoney,
  { years, rate }: Horizon,
  audience: Audience,
): EvaluationFile["money"] {
  const { municipality, today, costs } = basis;
  const telling = tellingTo(basis, audience);
  const told = toldMoney(telling.counts, money, telling.currency);
  const budget = budgetYears(told, costs, municipality.info.schoolYear + 1, years);
  const sums = (language: Language) => moneyFormulas(money.drivers, today, costs, telling, language);
  return {
    priceYear: municipality.info.priceYear,
    sums: { da: sums("da"), en: sums("en") },
    years: [...budget],
    ...(rate !== undefined && { presentValue: { rate, value: presentValue(budget, rate) } }),
  };
}

function siteRows(basis: Basis, evaluation: Evaluation, audience: Audience): EvaluationFile["sites"] {
  const { grades } = basis.municipality;
  const { plan, districts } = evaluation;
  const district = districtOfSite(plan);
  const tallies = new Map(districts.flatMap(({ sites }) => sites.map((tally) => [tally.site, tally])));
  const shown = shownSites(basis, evaluation).sites;
  const told = (count: number, cell: Cell): CellText => (audience === "planner" ? count : cellText(cell));
  return basis.municipality.sites.map((site, number) => {
    const tally = tallies.get(number);
    const byGrade = tally?.byGrade ?? new Uint32Array(plan.grades.count);
    const cells = shown.get(number) ?? emptySite(grades);
    return {
      id: site.id,
      name: site.name,
      ...(district[number] !== NO_SITE && { district: plan.districts[district[number]].id }),
      grades: formatBands(plan.grades, plan.teaching[number]),
      pupilsByGrade: Array.from(byGrade, (count, grade) => told(count, cells.byGrade[grade])),
      classesByGrade: [...(tally?.classes ?? byGrade)],
      pupils: byBandKey(grades, (band) => told(pupilsInBand(plan.grades, byGrade, band), cells.byBand[band])),
      capacity: Object.fromEntries(
        plan.grades.bands.flatMap(({ band, key }) => {
          const places = site.capacity[band];
          return places === undefined ? [] : [[key, places]];
        }),
      ),
      overflow: byBandKey(grades, (band) => {
        const over = tally?.overflow[band] ?? 0;
        return told(over, shownOverflow(over, cells.byBand[band]));
      }),
    };
  });
}

/** A parameter with what it rests on written out, so that the file tells it by itself. */
function costRow(key: CostParameterKey, { references, shape, ...parameter }: CostParameter) {
  return {
    key,
    ...parameter,
    ...(shape && { shape }),
    ...(references && { references: references.map((each): Reference => REFERENCES[each]) }),
  };
}
