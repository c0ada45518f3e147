import { moneyOf } from "../domain/currency.ts";
import { groupSizes } from "../evaluate/group-sizes.ts";
import { NO_BANDS } from "../domain/grades.ts";
import { type SchoolChange, whatChanged } from "../compare/what-changed.ts";
import { inBoth } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { Draft } from "../edit/draft.ts";
import { apartIn } from "../evaluate/apart.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../evaluate/evaluate.ts";
import { type MeasureKey, measureNamed, measuresIn } from "../evaluate/measures/table.ts";
import { evaluateToday, withSites } from "../evaluate/scenario.ts";
import type { Cell } from "../kernels/disclosure/shown.ts";
import type { CouncilFigures, CouncilRow } from "../protocol/council-file.ts";
import { assumptionText } from "../report/assumption-text.ts";
import { toStep, asOfMany } from "../report/coarse.ts";
import { claimText } from "../report/claim-text.ts";
import { districtSentences, movedText, otherSentences, schoolSentences } from "../report/changed-text.ts";
import { rightsNotes, rangeOf } from "../report/level-range.ts";
import { structureSentences } from "../report/structure-text.ts";
import { structureChange } from "../compare/structure-change.ts";
import { type PlanFacts, planProblems, siteFacts } from "../report/plan-problems.ts";
import { statusLines } from "../report/plan-status.ts";
import { type CellText, cellText, type HowTold, howTold } from "../report/shown-measures.ts";
import { smallestWritten } from "../report/saving-span.ts";
import { rangeInSteps } from "../report/range-rows.ts";
import { toldFigures } from "../report/told-figures.ts";

/** The case that a proposal is measured in, and the council's own plans, today's among them. */
export interface CouncilGround {
  readonly basis: Basis;
  readonly plans: readonly Plan[];
}

/** What the first files left out is here. */
type WholeFigures = CouncilFigures & {
  readonly [Key in "problems" | "changes" | "counting" | "procedure" | "notes"]: NonNullable<CouncilFigures[Key]>;
};

/**
 * Every figure of a drawn proposal as a council is told it: beside today and beside the council's own plans, all with what the proposal
 * takes for granted. Page, file, minutes and check have their figures from here.
 */
export function councilFigures(
  { basis, plans }: CouncilGround,
  draft: Draft,
  others: readonly Beside[] = ownPlans(basis, plans),
): WholeFigures {
  const ground = withSites(basis, draft);
  const evaluation = evaluatePlan(ground, draft.plan);
  const { money } = evaluation.totals;
  const unfinished = statusLines(ground, evaluation.completeness, "in-fives");
  const { sites } = ground.municipality;
  const { info, grades } = basis.municipality;
  return {
    unfinished: [...unfinished],
    problems: planProblems(
      basis.municipality.grades,
      draft.plan.teaching,
      (site) => sites[site].name,
      factsOf(ground, evaluation),
    ).map(({ text }) => text),
    plans: others.map(({ plan: { id, title } }) => ({ id, title })),
    rows: unfinished.length > 0 ? [] : rowsOf(ground, evaluation, (other) => valuesOf(basis, draft, other), others),
    changes: changesOf(basis, ground, draft),
    procedure:
      unfinished.length > 0
        ? []
        : [...structureSentences(basis.municipality.grades, structureChange(ground, draft.plan))],
    notes: [...rightsNotes(ground.municipality)],
    ...(info.currency && { currency: info.currency }),
    counting: (money?.counting ?? []).map((category) => `saving-${category}`),
    schools: schoolsOf(ground, basis.municipality.sites.length, draft.plan),
    districts: draft.plan.districts.map((district) => ({
      name: district.name,
      schools: district.sites.filter((site) => isOpen(draft.plan, site)).map((site) => sites[site].name),
    })),
    assumptions: [...draft.assumptions.values()].map((each) =>
      inBoth((language) =>
        each.kind === "claim"
          ? claimText(each, moneyOf(info), language)
          : assumptionText(grades, each, moneyOf(info), language),
      ),
    ),
  };
}

/** A plan that stands beside the one that is told of, with the places and schools that it has and what it costs besides. */
type Beside = Pick<Draft, "plan" | "capacity" | "newSites" | "assumptions">;

/** The council's own plans but today's: the case's places, nothing taken for granted. */
function ownPlans({ baseline, municipality }: Basis, plans: readonly Plan[]): readonly Beside[] {
  const capacity = municipality.sites.map((site) => site.capacity);
  const others = plans.filter(({ id }) => id !== baseline.id);
  return others.map((plan) => ({ plan, capacity, newSites: [], assumptions: new Map() }));
}

/** As today's plan is: the case's own places, nothing taken for granted. */
export function changesOf(basis: Basis, ground: Basis, draft: Draft): WholeFigures["changes"] {
  const { sites } = ground.municipality;
  const capacity = basis.municipality.sites.map((site) => site.capacity);
  const changed = whatChanged({ plan: basis.baseline, capacity }, draft, basis.unitBand);
  const [moved, others] = [
    changed.schools.filter(isOnlyMoved),
    [...otherSentences(basis.municipality.grades, moneyOf(basis.municipality.info), changed)],
  ];
  const schools = changed.schools
    .filter((each) => !isOnlyMoved(each))
    .map((each) => schoolSentences(basis.municipality.grades, each))
    .map(({ site, fate, sentences }) => ({
      about: inBoth((language) => (fate ? `${sites[site].name} ${fate[language]}` : sites[site].name)),
      text: inBoth((language) => sentences.map((sentence) => sentence[language]).join(" ")),
    }));
  if (changed.schools.length + others.length === 0) return [];
  const together = districtSentences(moved.map(({ site, district }) => ({ name: sites[site].name, ...district })));
  return [
    { text: movedText(basis.municipality.grades, changed) },
    ...schools,
    ...[...together, ...others].map((text) => ({ text })),
  ];
}

/** Nothing is other at it but the district that it belongs to. */
const isOnlyMoved = (change: SchoolChange): boolean =>
  change.district !== undefined && Object.keys(change).length === 2;

function factsOf(ground: Basis, { plan, districts }: Evaluation): PlanFacts {
  const tallies = new Map(districts.flatMap(({ sites }) => sites.map((tally) => [tally.site, tally])));
  return {
    sites: ground.municipality.sites.map((_, site) => siteFacts(plan.grades, tallies.get(site))),
    districts: districts.map(({ district: { name, sites }, extraPieces }) => ({ name, sites, detached: extraPieces })),
    apart: apartIn(ground, plan),
  };
}

type Values = (key: MeasureKey) => number | undefined;

function rowsOf(
  ground: Basis,
  { values, totals }: Evaluation,
  valuesIn: (other: Beside) => Values,
  others: readonly Beside[],
): CouncilRow[] {
  const todays = evaluateToday(ground).values;
  const { counts, currency } = howTold(ground);
  // Made-up pupils are told in steps too, as a council reads.
  const steps = counts === "exactly" ? asOfMany(currency) : groupSizes(ground.municipality);
  const figuresOf = (exact: Values) => {
    const told = toldFigures(totals.grades, steps, todays, exact);
    return { ...told, value: (key: MeasureKey) => ownMoney({ counts, currency }, key, exact(key)) ?? told.value(key) };
  };
  const told = figuresOf((key) => values.get(key));
  const beside = others.map((other) => ({ id: other.plan.id, told: figuresOf(valuesIn(other)) }));
  return measuresIn(totals.grades).flatMap((measure): CouncilRow[] => {
    const { key } = measure;
    const [proposal, today] = [shown(told.value(key), told.cell(key)), shown(told.today(key), told.todaysCell(key))];
    if (proposal === undefined && today === undefined) return [];
    const ofPlans = beside.flatMap(({ id, told: each }) => {
      const value = shown(each.value(key), each.cell(key));
      return value === undefined ? [] : [[id, value] as const];
    });
    const level = { value: told.value(key), cell: told.cell(key) };
    const span = rangeOf(measure, level, totals, ground.municipality.info);
    return [
      {
        measure: key,
        ...(proposal !== undefined && { proposal }),
        ...(today !== undefined && { today }),
        plans: Object.fromEntries(ofPlans),
        ...(span && { range: rangeInSteps(measure.unit === "kroner" ? counts : "in-fives", measure, span, currency) }),
      },
    ];
  });
}

/** A council reads money in tenths of a million; that of real pupils is told as it is everywhere. */
function ownMoney({ counts, currency }: HowTold, key: MeasureKey, value: number | undefined): number | undefined {
  const isOwn = counts === "exactly" && measureNamed(key)?.unit === "kroner";
  return isOwn && value !== undefined ? toStep(smallestWritten(currency), value) : undefined;
}

/** Another plan meets the same dangers and dwellings; schools, places and costs that are the proposal's are not its. */
export function besideOn(basis: Basis, { assumptions }: Pick<Draft, "assumptions">, other: Beside): Basis {
  const shared = [...assumptions].filter(([, { kind }]) => kind !== "cost");
  const own = [...other.assumptions].filter(([, { kind }]) => kind === "cost");
  return withSites(basis, { ...other, assumptions: new Map([...shared, ...own]) });
}

function valuesOf(basis: Basis, draft: Draft, other: Beside): Values {
  const { values, completeness } = evaluatePlan(besideOn(basis, draft, other), other.plan);
  return (key) => (completeness.status === "finished" ? values.get(key) : undefined);
}

const shown = (value: number | undefined, cell: Cell | undefined): CellText | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : cell && cell.kind !== "count" ? cellText(cell) : value;

const isOpen = ({ teaching }: Plan, site: number): boolean => teaching[site] !== NO_BANDS;

/** `ofCase`: how many of the sites are the case's own. */
const schoolsOf = ({ municipality, baseline }: Basis, ofCase: number, plan: Plan): CouncilFigures["schools"] =>
  municipality.sites.flatMap(({ name }, site): CouncilFigures["schools"] => {
    const [was, is] = [isOpen(baseline, site), isOpen(plan, site)];
    return was === is ? [] : [{ name, fate: was ? "closed" : site < ofCase ? "opened" : "new" }];
  });
