import { COST_CATEGORIES, type CostCategory } from "../cost/parameter.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import { type CostDrivers, leavers, type Saving, valuesAt } from "../cost/saving.ts";
import { budgetYears } from "../cost/ramp.ts";
import type { Range } from "../cost/range.ts";
import { gaugeOf, teachingMoney } from "../cost/target.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import type { Language, Text } from "../domain/language.ts";
import { fillText, formatNumber, formatRange } from "./format.ts";

export const CATEGORY_NAMES: Readonly<Record<CostCategory, Text>> = {
  leadership: { da: "Ledelse og administration", en: "Leadership and administration" },
  classes: { da: "Undervisning (klasser)", en: "Teaching (classes)" },
  buildings: { da: "Bygninger", en: "Buildings" },
  transport: { da: "Befordring", en: "Transport" },
  private: { da: "Privatskoler", en: "Private schools" },
  "one-off": { da: "Engangsudgifter", en: "One-off costs" },
};

/** How each category's middle estimate comes about; a line is left out where its count is 0. */
const LINES = {
  merged: {
    da: "{count} færre distrikter × {price} × {share} = {result}",
    en: "{count} districts fewer × {price} × {share} = {result}",
  },
  split: { da: "{count} flere distrikter × {price} = {result}", en: "{count} districts more × {price} = {result}" },
  closed: {
    da: "{count} lukkede afdelinger × {price} × {share} = {result}",
    en: "{count} closed sites × {price} × {share} = {result}",
  },
  opened: { da: "{count} nye afdelinger × {price} = {result}", en: "{count} new sites × {price} = {result}" },
  fewer: {
    da: "{count} færre klasser × {price} × {share} = {result}",
    en: "{count} classes fewer × {price} × {share} = {result}",
  },
  more: { da: "{count} flere klasser × {price} = {result}", en: "{count} classes more × {price} = {result}" },
  own: { da: "efter afdelingernes egne regnskaber: {result}", en: "by the sites' own accounts: {result}" },
  emptied: {
    da: "plads til {count} elever × {area} m² × {price} × {share} = {result}",
    en: "room for {count} pupils × {area} m² × {price} × {share} = {result}",
  },
  filled: {
    da: "plads til {count} elever mere × {area} m² × {price} = {result}",
    en: "room for {count} pupils more × {area} m² × {price} = {result}",
  },
  rightsLost: {
    da: "{count} færre med ret × {price} = {result}",
    en: "{count} fewer with the right × {price} = {result}",
  },
  rightsGained: {
    da: "{count} flere med ret × {price} = {result}",
    en: "{count} more with the right × {price} = {result}",
  },
  leaving: {
    da: "{count} elever × ({price} i bidrag - {share} × {cost} sparet) = {result}",
    en: "{count} pupils × ({price} contribution - {share} × {cost} saved) = {result}",
  },
  moved: { da: "{count} elever flytter × {price} = {result}", en: "{count} pupils move × {price} = {result}" },
  none: { da: "ingen ændring", en: "no change" },
} as const satisfies Record<string, Text>;

/** The sums behind each category at the middle of every parameter, with this plan's own numbers. */
export function moneyFormulas(
  plan: CostDrivers,
  baseline: CostDrivers,
  costs: CostModel,
  language: Language,
): Readonly<Record<CostCategory, readonly string[]>> {
  const at = valuesAt(costs, "mid");
  const kroner = (value: number): string => `${formatNumber(value, 0, language)} kr.`;
  const say = (line: keyof typeof LINES, count: number, result: number, more: Record<string, string> = {}): string[] =>
    Math.abs(count) < 1e-9
      ? []
      : [
          fillText(LINES[line], language, {
            count: formatNumber(Math.abs(count), Number.isInteger(count) ? 0 : 1, language),
            share: formatNumber(at.realisation, 2, language),
            result: kroner(result),
            ...more,
          }),
        ];
  /** A saving comes in part, an extra cost in full. */
  const either = (saved: number, price: number, lines: readonly [keyof typeof LINES, keyof typeof LINES]): string[] =>
    say(saved > 0 ? lines[0] : lines[1], saved, saved * price * (saved > 0 ? at.realisation : 1), {
      price: kroner(price),
    });
  const fewer = baseline.districts - plan.districts;
  const rights = baseline.transportRights - plan.transportRights;
  const room = baseline.housed - plan.housed;
  const gone = leavers(plan, at);
  const own = (category: "classes" | "buildings"): string[] => {
    const saved = baseline.own[category] - plan.own[category];
    return say("own", saved, saved * (saved > 0 ? at.realisation : 1));
  };
  const area = { area: formatNumber(at.areaPerPupil, 0, language), price: kroner(at.buildingOperation) };
  const lines = {
    leadership: [
      ...either(fewer, fewer > 0 ? at.districtMerger : at.extraSchool, ["merged", "split"]),
      ...either(baseline.openSites - plan.openSites, at.siteLeader, ["closed", "opened"]),
    ],
    classes: [...either(baseline.classes - plan.classes, at.class, ["fewer", "more"]), ...own("classes")],
    buildings: [
      ...say(
        room > 0 ? "emptied" : "filled",
        room,
        room * at.areaPerPupil * at.buildingOperation * (room > 0 ? at.realisation : 1),
        area,
      ),
      ...own("buildings"),
    ],
    transport: say(rights > 0 ? "rightsLost" : "rightsGained", rights, rights * at.travelCard, {
      price: kroner(at.travelCard),
    }),
    private: say("leaving", gone, -gone * (at.privateContribution - at.relief * at.operatingCost), {
      price: kroner(at.privateContribution),
      share: formatNumber(at.relief, 2, language),
      cost: kroner(at.operatingCost),
    }),
    "one-off": say("moved", plan.moved, -plan.moved * at.moving, { price: kroner(at.moving) }),
  };
  const orNone = (found: string[]): readonly string[] => (found.length > 0 ? found : [LINES.none[language]]);
  return {
    leadership: orNone(lines.leadership),
    classes: orNone(lines.classes),
    buildings: orNone(lines.buildings),
    transport: orNone(lines.transport),
    private: orNone(lines.private),
    "one-off": orNone(lines["one-off"]),
  };
}

/** One line a category: name, range in millions. */
export const savingLine = (saving: Saving, category: CostCategory, language: Language): string =>
  `${CATEGORY_NAMES[category][language]}: ${formatRange(saving[category], "kroner", language)}`;

const TEXT = {
  title: { da: "Økonomi, prisår {year}:", en: "Money, prices of {year}:" },
  target: {
    da: "Mål: {target} ({source}); fundet: {found}; mangler: {missing}",
    en: "Target: {target} ({source}); found: {found}; missing: {missing}",
  },
  spared: {
    da: "Undervisning skal være urørt og tæller ikke med i målet: {range}, svarende til {positions} lærerstillinger.",
    en: "Teaching is to be untouched and does not count towards the target: {range}, or {positions} teachers' positions.",
  },
  years: {
    da: "År for år (besparelse; engangsudgift; i alt til og med året):",
    en: "Year by year (saving; one-off; in all up to and with the year):",
  },
  year: { da: "{year}: {saving}; {once}; {all}", en: "{year}: {saving}; {once}; {all}" },
} as const;

const RAMP_YEARS = 5;

/** The money of a plan opened to its parts: each category with its sums, the target, the years. */
export function moneyText(
  { municipality, today, costs }: Basis,
  { saving, drivers }: PlanMoney,
  language: Language,
): string {
  const { info } = municipality;
  const formulas = moneyFormulas(drivers, today, costs, language);
  const range = (value: Range): string => formatRange(value, "kroner", language);
  const positions = teachingMoney(saving, costs).positions;
  const lines = COST_CATEGORIES.flatMap((category) => [
    `  ${savingLine(saving, category, language)}`,
    ...formulas[category].map((line) => `      ${line}`),
  ]);
  const { savingsTarget } = info;
  if (savingsTarget) {
    const gauge = gaugeOf(savingsTarget, saving, info.priceYear);
    const blanks = {
      target: range({ low: gauge.amount, mid: gauge.amount, high: gauge.amount }),
      source: savingsTarget.source,
      found: range(gauge.total),
      missing: range(gauge.missing),
    };
    lines.push(`  ${fillText(TEXT.target, language, blanks)}`);
    if (savingsTarget.teaching === "untouched") {
      const count = formatNumber(positions.mid, 1, language);
      lines.push(`  ${fillText(TEXT.spared, language, { range: range(saving.classes), positions: count })}`);
    }
  }
  const years = budgetYears(saving, costs, info.schoolYear + 1, RAMP_YEARS).map(
    ({ year, saving: grown, oneOff, inAll }) =>
      `      ${fillText(TEXT.year, language, { year: String(year), saving: range(grown), once: range(oneOff), all: range(inAll) })}`,
  );
  return [
    fillText(TEXT.title, language, { year: String(info.priceYear) }),
    ...lines,
    `  ${TEXT.years[language]}`,
    ...years,
  ].join("\n");
}
