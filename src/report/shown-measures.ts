import { type Currency, moneyOf } from "../domain/currency.ts";
import type { Grades } from "../domain/grades.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import { byBand, measureNamed, measuresIn, type MeasureKey } from "../evaluate/measures/table.ts";
import {
  type Cell,
  cellOf,
  type Counts,
  countsOf,
  isFew,
  isToldAsItIs,
  nearestFive,
  toldIn,
  SMALLEST_SHOWN,
} from "../kernels/disclosure/shown.ts";
import { groupSizes } from "../evaluate/group-sizes.ts";
import { inSteps, isToldOf, type Steps, toStep } from "./coarse.ts";
import { protectSums, type Sum, totalOf } from "../kernels/disclosure/sums.ts";
import { differenceAsWritten, formatAmount, formatNumber, unitWord, type WrittenUnit } from "./format.ts";

export const HIDDEN: Text = catalogue("report.shown-measures.hidden", { da: "skjult", en: "hidden" });
const ABOUT: Text = catalogue("report.shown-measures.about", { da: "ca.", en: "about" });

/** "<5", "ca. 85", "skjult", "287". */
export function cellWord(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case "count":
      return formatNumber(cell.pupils, 0, language);
    case "few":
      return `<${SMALLEST_SHOWN}`;
    case "about":
      return `${ABOUT[language]} ${formatNumber(cell.pupils, 0, language)}`;
    case "hidden":
      return HIDDEN[language];
    default:
      return unreachable(cell);
  }
}

const HIDDEN_COUNT: Text = catalogue("report.shown-measures.hiddenCount", {
  da: "et skjult antal",
  en: "a hidden number of",
});

/** The same before the word for those counted: "<5 elever", "et skjult antal elever". */
export const countWords = (cell: Cell, language: Language): string =>
  cell.kind === "hidden" ? HIDDEN_COUNT[language] : cellWord(cell, language);

/** A number of pupils as files hold it: exact, or a word for why it is not. */
export type CellText = number | "<5" | `~${number}` | "hidden";

export function cellText(cell: Cell): CellText {
  switch (cell.kind) {
    case "count":
      return cell.pupils;
    case "few":
      return "<5";
    case "about":
      return `~${cell.pupils}`;
    case "hidden":
      return "hidden";
    default:
      return unreachable(cell);
  }
}

/** A word of a file as it is read: "<5", "ca. 85", "skjult". */
export const markWord = (mark: Exclude<CellText, number>, language: Language): string =>
  mark === "hidden" ? HIDDEN[language] : mark.replace("~", `${ABOUT[language]} `);

/** How pupils are told, of whom a case says that they are made up or made fit to be published, or says nothing. */
export const countsWhere = (pupilsAre: Text | undefined): Counts => (pupilsAre ? "exactly" : "in-fives");

/** The same of all that is said of a case's plans. */
export const countsIn = ({ municipality }: Pick<Basis, "municipality">): Counts => countsOf(municipality.info);

/** How what comes of a case's pupils is told: in which steps, and in which money. */
export interface HowTold {
  readonly counts: Counts;
  readonly currency: Currency;
}

/** How all is told that is said of a case's plans. */
export const howTold = ({ municipality }: Pick<Basis, "municipality">): HowTold => ({
  counts: countsOf(municipality.info),
  currency: moneyOf(municipality.info),
});

/** In which steps a case's means and shares are told. */
export const stepsIn = (basis: Pick<Basis, "municipality">): Steps => stepsBy(basis, countsIn(basis));

/** The same where it is known how its pupils are told. */
export const stepsBy = (basis: Pick<Basis, "municipality">, counts: Counts): Steps =>
  counts === "exactly" ? counts : groupSizes(basis.municipality);

/** A number beside which nothing stands that it could be worked out from, as it is told in a case. */
export const countIn = (basis: Pick<Basis, "municipality">, pupils: number): Cell =>
  toldIn(countsIn(basis), cellOf(pupils));

type Values = (key: MeasureKey) => number | undefined;

/**
 * The measures of one plan that count pupils, as they may be told side by side and beside today's (see `kernels/disclosure/shown.ts`):
 * all grades are the sum of the bands, and who has a right to transport differs from today's by who gains and who loses it. **The one
 * decision for sentences, headlines, lists, tables and files**, so that none tells what another hides.
 */
export function shownMeasures(
  grades: Grades,
  plan: Values,
  today: Values,
  steps: Steps = "exactly",
): ReadonlyMap<MeasureKey, Cell> {
  const shown = exactMeasures(grades, plan, today);
  if (steps === "exactly") return shown;
  const { keys } = countedIn(grades);
  const inFivesAll = [...shown].map(
    ([key, cell]) => [key, keys.includes(key) ? cellInFives(key, plan, today) : cell] as const,
  );
  return new Map([...inFivesAll, ...untold(grades, plan, steps)]);
}

/** Means and shares of too few pupils, which are not told. */
const untold = (grades: Grades, plan: Values, steps: Steps): readonly (readonly [MeasureKey, Cell])[] =>
  measuresIn(grades).flatMap((measure) =>
    plan(measure.key) === undefined || isToldOf(steps, measure) ? [] : [[measure.key, { kind: "hidden" }] as const],
  );

/** A sum of nearest fives tells of no single child, so that of these nothing is hidden but one to four. */
function cellInFives(key: MeasureKey, plan: Values, today: Values): Cell {
  const pupils = plan(key) ?? 0;
  return toldIn("in-fives", cellOf(isFew(pupils) ? pupils : inFives(key, pupils, today(key))));
}

/** Beside these stands who gains and who loses the right, so that they are told by how much they change. */
const isOfRight = (key: MeasureKey): boolean => key === "transport-right" || key.startsWith("transport-right:");

/**
 * A count that is not few, to the nearest five. Of who has a right to transport the change from today is told to the nearest five, and the
 * plan's own count follows from it, so that today's, the change and the plan's add up.
 */
export function inFives(key: MeasureKey, pupils: number, today: number | undefined): number {
  if (!isOfRight(key) || today === undefined || isFew(today)) return nearestFive(pupils);
  return nearestFive(today) + nearestFive(pupils - today);
}

function exactMeasures(grades: Grades, plan: Values, today: Values): ReadonlyMap<MeasureKey, Cell> {
  const of = countedIn(grades);
  const counted = of.keys.flatMap((key) => {
    const pupils = plan(key);
    return pupils === undefined || Number.isNaN(pupils) ? [] : [{ key, pupils }];
  });
  if (!counted.some(({ pupils }) => isFew(pupils)))
    return new Map(counted.map(({ key, pupils }) => [key, { kind: "count", pupils }]));
  const before = of.rights.map((key) => ({ key: TODAY + key, pupils: today(key) ?? 0 }));
  const all = [...counted, ...before];
  const at = new Map<string, number>(all.map(({ key }, i) => [key, i]));
  const told = protectSums(
    before.map(({ pupils }) => pupils),
    sumsOf(of, grades, new Map(of.rights.map((key, i) => [key, i]))),
  );
  const cells = protectSums(
    all.map(({ pupils }) => pupils),
    sumsOf(of, grades, at),
    new Map(told.map((cell, i) => [counted.length + i, cell])),
  );
  const shown = new Map(counted.map(({ key }, i) => [key, cells[i]]));
  // How much larger the largest district is would tell the smallest.
  if (shown.get("pupils-least")?.kind === "few") shown.set("pupils-ratio", { kind: "hidden" });
  return shown;
}

/** Today's measures of a case; worked out once. */
export function todaysMeasure(basis: Basis): Values {
  const known = todays.get(basis) ?? evaluatePlan(basis, basis.baseline).values;
  todays.set(basis, known);
  return (key) => known.get(key);
}

const todays = new WeakMap<Basis, ReadonlyMap<MeasureKey, number>>();

const TODAY = "today ";

/** What of the measures counts pupils, in a case of these grades. */
interface Counted {
  /** Expectations such as those who leave for private schools are not of anybody. */
  readonly keys: readonly MeasureKey[];
  readonly rights: readonly MeasureKey[];
  /** Each with its parts, by band. */
  readonly wholes: readonly (readonly MeasureKey[])[];
}

const countedKnown = new WeakMap<Grades, Counted>();

function countedIn(grades: Grades): Counted {
  const known = countedKnown.get(grades);
  if (known) return known;
  const keys = measuresIn(grades).flatMap(({ key, unit, group }) =>
    unit === "pupils" && group !== "money" ? [key] : [],
  );
  const wholes = keys.map((key) => [key, ...byBand(grades, key)] as const).filter(([, ...parts]) => parts.length > 0);
  const counted = { keys, wholes, rights: ["transport-right" as const, ...byBand(grades, "transport-right")] };
  countedKnown.set(grades, counted);
  return counted;
}

/** Of counts at these places, today's under their own names. */
function sumsOf({ wholes, rights }: Counted, { bands }: Grades, at: ReadonlyMap<string, number>): readonly Sum[] {
  const placesOf = (keys: readonly string[]): number[] => keys.flatMap((key) => at.get(key) ?? []);
  const totals = [...wholes, rights.map((key) => TODAY + key)].flatMap((keys): Sum[] => {
    const [total, ...parts] = placesOf(keys);
    return parts.length === bands.length ? [totalOf(total, parts)] : [];
  });
  const changes = ["", ...bands.map(({ key }) => `:${key}`)].flatMap((band): Sum[] => {
    const right = `transport-right${band}`;
    const [now, lost, gained, before] = placesOf([right, `right-lost${band}`, `right-gained${band}`, TODAY + right]);
    if (before === undefined) return [];
    return [
      { terms: [...plus(now, lost), ...plus(gained, before).map(({ at: place }) => ({ at: place, by: -1 as const }))] },
    ];
  });
  return [...totals, ...changes];
}

const plus = (...places: readonly number[]) => places.map((at) => ({ at, by: 1 as const }));

/** The same of a plan of a case, told as its pupils are. */
export const measuresOf = (basis: Basis, values: ReadonlyMap<MeasureKey, number>): ReadonlyMap<MeasureKey, Cell> =>
  shownMeasures(basis.municipality.grades, (key) => values.get(key), todaysMeasure(basis), stepsIn(basis));

/** What a file holds of each measure. */
export function fileValues(basis: Basis, values: ReadonlyMap<MeasureKey, number>): ReadonlyMap<string, CellText> {
  const told = toldValues(basis, values);
  return new Map([...values].map(([key, value]) => [key, fileValue(value, told(key))]));
}

const fileValue = (exact: number, { value = exact, cell }: ToldValue): CellText =>
  cell && cell.kind !== "count" ? cellText(cell) : value;

export const RATIO = "pupils-ratio" satisfies MeasureKey;

/** Of the counts as they are told: the exact one would tell, stroke by stroke, of single children. */
export function ratioInFives(pupils: (key: MeasureKey) => number | undefined): number | undefined {
  const [most, least] = [pupils("pupils-most"), pupils("pupils-least")].map((count = 0) => nearestFive(count));
  return pupils(RATIO) !== undefined && least > 0 ? Number((most / least).toFixed(2)) : undefined;
}

/** A plan's measures as they may be told in text: a count by its cell, all else of real pupils in steps. */
export function toldValues(basis: Basis, values: ReadonlyMap<MeasureKey, number>): (key: MeasureKey) => ToldValue {
  const [cells, steps] = [measuresOf(basis, values), stepsIn(basis)];
  const ratio = ratioInFives((key) => values.get(key));
  return (key) => {
    if (key === RATIO && steps !== "exactly") return { value: ratio, cell: cells.get(key) };
    const [value, measure] = [values.get(key), measureNamed(key)];
    const told = value === undefined || measure === undefined ? value : inSteps(steps, measure, value);
    return { value: told, cell: cells.get(key) };
  };
}

/** What a rule costs: a difference of one to four pupils is not told either, more or fewer, nor one of real pupils closer than they are. */
export function fileDifference(steps: Steps, key: MeasureKey, value: number): CellText {
  const measure = measureNamed(key);
  if (measure?.unit === "pupils" && isFew(Math.abs(value))) return "<5";
  if (measure && !isToldOf(steps, measure)) return "hidden";
  return measure ? differenceIn(steps, measure, value) : value;
}

/** How much a measure of one plan differs from another's, as that may be told where it is not a few pupils. */
export function differenceIn(steps: Steps, measure: Pick<Measure, "key" | "unit" | "group">, value: number): number {
  if (steps === "exactly") return value;
  if (measure.key === RATIO) return toStep(RATIO_STEP, value);
  return measure.unit === "pupils" ? nearestFive(value) : inSteps(steps, measure, value);
}
/** How much larger one district is than another, of which the difference has no counts that it could be told by. */
const RATIO_STEP = 0.1;

/** A measure's value as it may be told, in the unit people read it in. */
export const writeAmount = (value: number, cell: Cell | undefined, unit: WrittenUnit, language: Language): string =>
  cell && cell.kind !== "count" ? cellWord(cell, language) : formatAmount(value, unit, language);

/** The same with its unit's word. */
export function writeQuantity(value: number, cell: Cell | undefined, unit: WrittenUnit, language: Language): string {
  return `${writeAmount(value, cell, unit, language)}${unitAfter(value, cell, unit, language)}`;
}

/** The word after a number; none after "hidden", which is none. */
const unitAfter = (value: number, cell: Cell | undefined, unit: WrittenUnit, language: Language): string => {
  if (cell?.kind === "hidden") return "";
  return ` ${unitWord(unit, language, isToldAsItIs(cell) ? value : undefined)}`;
};

/** A measure's value, if there is one, and how it may be told. */
export interface ToldValue {
  readonly value: number | undefined;
  readonly cell: Cell | undefined;
}

/** How much a number differs from today's: nothing of it where one of the two is not told as it is. */
export function writeChange(before: ToldValue, after: ToldValue, unit: WrittenUnit, language: Language): string {
  if (before.value === undefined || after.value === undefined) return "-";
  const told = [before, after].every(({ cell }) => isToldAsItIs(cell));
  return told || before.value === after.value
    ? formatAmount(differenceAsWritten(after.value, before.value, unit), unit, language, "always")
    : HIDDEN[language];
}
