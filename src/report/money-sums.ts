import type { Currency } from "../domain/currency.ts";
import type { CostCategory } from "../domain/cost-items.ts";
import { hoursADay, SCHOOL_DAYS } from "../cost/journeys.ts";
import type { CostModel, CostValues } from "../cost/parameters/table.ts";
import {
  careLeaverCost,
  type CostDrivers,
  expectedValues,
  leaverCost,
  leavers,
  plannedSaving,
  savingAt,
} from "../cost/saving.ts";
import {
  type Classes,
  classesAt,
  ownTransportCost,
  rightCost,
  rightsInKinds,
  type StateDrivers,
} from "../cost/state-cost.ts";
import { type Language, moneyWords } from "../domain/language.ts";
import { type Counts, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import { toStep, unitInSteps } from "./coarse.ts";
import { fillText, formatNumber } from "./format.ts";
import type { HowTold } from "./shown-measures.ts";
import { LINES, PRICE, RESULTS, SAID } from "./money-sums-text.ts";

/** A figure of a sum: as it is, and with so many decimals as it is written. */
interface Factor {
  readonly value: number;
  readonly decimals: number;
}
const kroner = (value: number): Factor => ({ value, decimals: 0 });
const share = (value: number): Factor => ({ value, decimals: Number.isInteger(Math.round(1e6 * value) / 1e4) ? 2 : 4 });
const counted = (value: number): Factor => ({ value, decimals: Number.isInteger(value) ? 0 : 2 });
const asWritten = ({ value, decimals }: Factor): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Blanks that are kroner. */
const PRICED: ReadonlySet<string> = new Set(["price", "cost", "card", "bus", "taxi", "planned", "fee"]);

/**
 * The sums behind each category with every figure at its mean, in this plan's own numbers. Where the figures as they are written give the
 * result, it stands after "="; where they are rounded too much for that, after "≈". What a category comes to is the mean of draws in
 * which all figures vary, so it is near these sums, not their result.
 */
export function moneyFormulas(
  plan: CostDrivers,
  baseline: CostDrivers,
  costs: CostModel,
  told: HowTold,
  language: Language,
): Readonly<Record<CostCategory, readonly string[]>> {
  const at = expectedValues(costs);
  const sums = new Sums(language, told);
  const planned = plannedSaving(plan, baseline, at);
  const saving = savingAt(plan, baseline, at);
  /** The lines of what is planned, and what of it comes: a saving in part, an extra cost in full. */
  const inPart = (category: "leadership" | "classes" | "buildings", lines: readonly string[]): readonly string[] => {
    if (lines.length === 0 || planned[category] <= 0) return sums.orNone(lines);
    const isCapped = saving[category] < planned[category] * at.realisation - 0.5;
    return [...lines, isCapped ? sums.capped(saving[category]) : sums.comes(planned[category], at.realisation)];
  };
  return {
    leadership: inPart("leadership", leadershipLines(plan, baseline, at, sums)),
    classes: inPart("classes", classLines(plan, baseline, at, sums)),
    buildings: inPart("buildings", buildingLines(plan, baseline, at, sums)),
    transport: sums.orNone(transportLines(plan, baseline, at, sums)),
    private: sums.orNone(leavingLines(plan, at, sums)),
    time: sums.orNone(hourLines(plan, baseline, at, sums)),
    assumed: sums.orNone(sums.say("assumed", (baseline.assumed?.yearly ?? 0) - (plan.assumed?.yearly ?? 0))),
    "one-off": sums.orNone([
      ...sums.say("moved", plan.moved, { price: kroner(at.moving) }, "once"),
      ...sums.say("assumed", plan.assumed?.once ?? 0, {}, "once"),
    ]),
  };
}

const schoolsOf = ({ schools }: StateDrivers): number => schools.length;
const deputiesOf = ({ schools }: StateDrivers): number => schools.reduce((sum, { sites }) => sum + sites - 1, 0);
const officeOf = ({ schools }: StateDrivers, at: CostValues): number =>
  schools.reduce((sum, { pupils }) => sum + Math.max(at.leastOffice, pupils / at.pupilsPerAdministrator), 0);

function leadershipLines(plan: CostDrivers, baseline: CostDrivers, at: CostValues, sums: Sums): readonly string[] {
  const fewer = schoolsOf(baseline) - schoolsOf(plan);
  return [
    ...sums.say("leaders", fewer, { price: kroner(at.schoolLeader) }),
    ...sums.say("deputies", deputiesOf(baseline) - deputiesOf(plan), { price: kroner(at.siteLeader) }),
    ...sums.say("office", officeOf(baseline, at) - officeOf(plan, at), { price: kroner(at.administrator) }),
    ...sums.say("organisations", fewer, { price: kroner(at.ownOrganisation) }),
  ];
}

function classLines(plan: CostDrivers, baseline: CostDrivers, at: CostValues, sums: Sums): readonly string[] {
  const fewer = (of: (state: CostDrivers) => Classes): number =>
    classesAt(of(baseline), at.jointTeaching) - classesAt(of(plan), at.jointTeaching);
  return [
    ...sums.say(
      "classes",
      fewer(({ classes }) => classes),
      { price: kroner(at.class) },
    ),
    ...sums.say(
      "own",
      fewer(({ own }) => own),
    ),
  ];
}

function buildingLines(plan: CostDrivers, baseline: CostDrivers, at: CostValues, sums: Sums): readonly string[] {
  const price = kroner(at.buildingOperation);
  return [
    ...sums.say("rooms", baseline.housed - plan.housed, { area: counted(at.areaPerPupil), price }),
    ...sums.say("smallRooms", baseline.housedSmall - plan.housedSmall, { area: counted(at.areaPerPupilSmall), price }),
    ...sums.say("area", baseline.area - plan.area, { price }),
    ...sums.say("pavilions", baseline.overflow - plan.overflow, {
      each: counted(at.pupilsPerPavilion),
      price: kroner(at.pavilion),
    }),
    ...sums.say("own", baseline.own.buildings - plan.own.buildings),
  ];
}

function transportLines(plan: CostDrivers, baseline: CostDrivers, at: CostValues, sums: Sums): readonly string[] {
  const [before, after] = [rightsInKinds(baseline), rightsInKinds(plan)];
  const inDoubt = sums.say(plan.rightsByBus ? "perhapsByBus" : "rights", before.perhaps - after.perhaps, {
    price: kroner(rightCost(at)),
  });
  const withoutBus = sums.say("withoutBus", before.not - after.not, { price: kroner(ownTransportCost(at)) });
  return [
    ...sums.say("byCard", before.surely - after.surely, { price: kroner(at.travelCard) }),
    ...inDoubt,
    ...(inDoubt.length === 0 ? [] : [sums.meanRight(at)]),
    ...withoutBus,
    ...(withoutBus.length === 0 ? [] : [sums.meanWithoutBus(at)]),
    ...sums.say("byFerry", baseline.rightsByFerry - plan.rightsByFerry, { price: kroner(at.ferry) }),
  ];
}

function leavingLines(plan: CostDrivers, at: CostValues, sums: Sums): readonly string[] {
  const leaving = sums.say(
    "leaving",
    leavers(plan, at),
    { price: kroner(at.privateContribution), share: share(at.relief), cost: kroner(at.operatingCost) },
    leaverCost(at) > 0 ? "spent" : "saved",
  );
  const each = careLeaverCost(at);
  const kind = each > 0 ? "spent" : "saved";
  const care = sums.say(
    "leavingCare",
    leavers(plan.youngest, at),
    { share: share(at.inCare), price: kroner(each) },
    kind,
  );
  return care.length === 0 ? leaving : [...leaving, ...care, sums.carePrice(at)];
}

const hourLines = (plan: CostDrivers, baseline: CostDrivers, at: CostValues, sums: Sums): readonly string[] =>
  at.hourValue === 0
    ? []
    : sums.say("hours", SCHOOL_DAYS * (hoursADay(baseline.journeys, at) - hoursADay(plan.journeys, at)), {
        price: kroner(at.hourValue),
      });

type Product = (count: number, of: (name: string) => number) => number;
const byArea: Product = (count, of) => count * of("area") * of("price");
const alone: Product = (count) => count;

/** What a line's figures come to, where that is not the count times the price. */
const PRODUCTS: { readonly [Line in keyof typeof LINES]?: Product } = {
  leaving: (count, of) => count * (of("price") - of("share") * of("cost")),
  leavingCare: (count, of) => count * of("share") * of("price"),
  pavilions: (count, of) => (count / of("each")) * of("price"),
  rooms: byArea,
  smallRooms: byArea,
  own: alone,
  assumed: alone,
};
const byPrice: Product = (count, of) => count * of("price");

/** What counts of real pupils, and what follows from them, are told to the nearest of; schools and leaders are no pupils. */
const STEPS: { readonly [Line in keyof typeof LINES]?: number } = {
  office: 0.1,
  classes: 0.5,
  own: 100_000,
  rooms: SMALLEST_SHOWN,
  smallRooms: SMALLEST_SHOWN,
  pavilions: SMALLEST_SHOWN,
  rights: SMALLEST_SHOWN,
  byCard: SMALLEST_SHOWN,
  perhapsByBus: SMALLEST_SHOWN,
  withoutBus: SMALLEST_SHOWN,
  byFerry: SMALLEST_SHOWN,
  leaving: SMALLEST_SHOWN,
  leavingCare: SMALLEST_SHOWN,
  hours: 2000,
  moved: SMALLEST_SHOWN,
};

/** Writes sums in one language, of real pupils in steps. */
class Sums {
  readonly #language: Language;
  readonly #counts: Counts;
  readonly #currency: Currency;

  constructor(language: Language, { counts, currency }: HowTold) {
    this.#language = language;
    this.#counts = counts;
    this.#currency = currency;
  }

  /** No line for a count of nothing. */
  say(
    line: keyof typeof LINES,
    found: number,
    blanks: Readonly<Record<string, Factor>> = {},
    kind: keyof typeof RESULTS = found > 0 ? "saved" : "spent",
  ): readonly string[] {
    const count = this.#counts === "exactly" ? found : toStep(STEPS[line], found);
    if (Math.abs(count) < 1e-9) return [];
    const times = counted(Math.abs(count));
    const product = PRODUCTS[line] ?? byPrice;
    const exact = product(times.value, (name) => blanks[name].value);
    const rounded = product(asWritten(times), (name) => asWritten(blanks[name]));
    const written = this.#written({ ...blanks, count: times });
    const text = fillText(LINES[line][count > 0 ? "less" : "more"], this.#language, written);
    const isSole = line === "own" || line === "assumed";
    return [
      fillText(SAID[isSole ? "sole" : "sum"], this.#language, {
        line: text,
        is: Math.round(exact) === Math.round(rounded) ? "=" : "≈",
        result: this.#result(exact, kind),
      }),
    ];
  }

  comes(planned: number, realisation: number): string {
    const [whole, part] = [kroner(this.#inSteps(planned)), share(realisation)];
    const [exact, rounded] = [whole.value * part.value, asWritten(whole) * asWritten(part)];
    return fillText(SAID.comes, this.#language, {
      ...this.#written({ planned: whole, share: part }),
      percent: formatNumber(100 * realisation, 0, this.#language),
      is: Math.round(exact) === Math.round(rounded) ? "=" : "≈",
      result: this.#result(exact, "saved"),
    });
  }

  capped(saved: number): string {
    return fillText(SAID.capped, this.#language, { result: this.#result(this.#inSteps(saved), "saved") });
  }

  meanRight(at: CostValues): string {
    const own = at.withoutPublicBus;
    return fillText(
      SAID.mean,
      this.#language,
      this.#written({
        cards: share(1 - own),
        card: kroner(at.travelCard),
        buses: share(own * (1 - at.byTaxi)),
        bus: kroner(at.ownBusPupil),
        taxis: share(own * at.byTaxi),
        taxi: kroner(at.taxi),
      }),
    );
  }

  meanWithoutBus({ byTaxi, ownBusPupil, taxi }: CostValues): string {
    return fillText(
      SAID.meanWithoutBus,
      this.#language,
      this.#written({
        buses: share(1 - byTaxi),
        bus: kroner(ownBusPupil),
        taxis: share(byTaxi),
        taxi: kroner(taxi),
      }),
    );
  }

  carePrice(at: CostValues): string {
    return fillText(
      SAID.carePrice,
      this.#language,
      this.#written({
        price: kroner(at.careContribution),
        fee: kroner(at.careFee),
        share: share(at.relief),
        cost: kroner(at.careCost),
      }),
    );
  }

  orNone(lines: readonly string[]): readonly string[] {
    return lines.length > 0 ? lines : [SAID.none[this.#language]];
  }

  #inSteps(value: number): number {
    return unitInSteps(this.#counts, this.#currency, value);
  }

  #result(value: number, kind: keyof typeof RESULTS): string {
    return fillText(RESULTS[kind], this.#language, {
      kroner: formatNumber(Math.abs(value), 0, this.#language),
      ...moneyWords(this.#currency),
    });
  }

  #written(blanks: Readonly<Record<string, Factor>>): Readonly<Record<string, string>> {
    const write = (name: string, { value, decimals }: Factor): string => {
      const text = formatNumber(value, decimals, this.#language);
      return PRICED.has(name) ? fillText(PRICE, this.#language, { kroner: text, ...moneyWords(this.#currency) }) : text;
    };
    return Object.fromEntries(Object.entries(blanks).map(([name, factor]) => [name, write(name, factor)]));
  }
}
