import type { CostCategory } from "../cost/parameter.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import { type CostDrivers, leavers, valuesAt } from "../cost/saving.ts";
import type { Language, Text } from "../domain/language.ts";
import { fillText, formatNumber } from "./format.ts";

/** How each category's middle estimate comes about; a line is left out where its count is 0. */
const LINES = {
  merged: {
    da: "{count} færre distrikter × {price} × {share} {is} {result}",
    en: "{count} fewer districts × {price} × {share} {is} {result}",
  },
  split: {
    da: "{count} flere distrikter × {price} {is} {result}",
    en: "{count} more districts × {price} {is} {result}",
  },
  closed: {
    da: "{count} lukkede skoler × {price} × {share} {is} {result}",
    en: "{count} closed schools × {price} × {share} {is} {result}",
  },
  opened: { da: "{count} nye skoler × {price} {is} {result}", en: "{count} new schools × {price} {is} {result}" },
  fewer: {
    da: "{count} færre klasser × {price} × {share} {is} {result}",
    en: "{count} fewer classes × {price} × {share} {is} {result}",
  },
  more: { da: "{count} flere klasser × {price} {is} {result}", en: "{count} more classes × {price} {is} {result}" },
  own: { da: "efter skolernes egne regnskaber: {result}", en: "by the schools' own accounts: {result}" },
  emptied: {
    da: "plads til {count} elever × {area} m² × {price} × {share} {is} {result}",
    en: "room for {count} pupils × {area} m² × {price} × {share} {is} {result}",
  },
  filled: {
    da: "plads til {count} elever mere × {area} m² × {price} {is} {result}",
    en: "room for {count} more pupils × {area} m² × {price} {is} {result}",
  },
  rightsLost: {
    da: "{count} færre med ret × {price} {is} {result}",
    en: "{count} fewer with the right × {price} {is} {result}",
  },
  rightsGained: {
    da: "{count} flere med ret × {price} {is} {result}",
    en: "{count} more with the right × {price} {is} {result}",
  },
  leaving: {
    da: "{count} elever × ({price} i bidrag − {share} × {cost} sparet) {is} {result}",
    en: "{count} pupils × ({price} contribution − {share} × {cost} saved) {is} {result}",
  },
  moved: { da: "{count} elever flytter × {price} {is} {result}", en: "{count} pupils move × {price} {is} {result}" },
  assumed: { da: "egen forudsætning: {result}", en: "assumption of its own: {result}" },
  none: { da: "ingen ændring", en: "no change" },
} as const satisfies Record<string, Text>;

/** What comes out, in kroner a year: saved, or spent; and once. */
const RESULTS = {
  saved: { da: "{kroner} kr.", en: "DKK {kroner}" },
  spent: { da: "{kroner} kr. i merudgift", en: "DKK {kroner} of extra cost" },
  once: { da: "{kroner} kr. én gang", en: "DKK {kroner} once" },
} as const satisfies Record<string, Text>;

const PRICE: Text = { da: "{kroner} kr.", en: "DKK {kroner}" };

/** A figure of a sum: as it is, and with so many decimals as it is written. */
interface Factor {
  readonly value: number;
  readonly decimals: number;
}
const kroner = (value: number): Factor => ({ value, decimals: 0 });
const share = (value: number): Factor => ({ value, decimals: Number.isInteger(Math.round(1e6 * value) / 1e4) ? 2 : 4 });
const counted = (value: number): Factor => ({ value, decimals: Number.isInteger(value) ? 0 : 2 });
const asWritten = ({ value, decimals }: Factor): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/**
 * The sums behind each category at the middle of every parameter, with this plan's own numbers. Where the figures as they are
 * written give the result, it stands after "="; where they are rounded too much for that, after "≈".
 */
export function moneyFormulas(
  plan: CostDrivers,
  baseline: CostDrivers,
  costs: CostModel,
  language: Language,
): Readonly<Record<CostCategory, readonly string[]>> {
  const at = valuesAt(costs, "mid");
  const write = (factor: Factor): string => formatNumber(factor.value, factor.decimals, language);
  const price = (factor: Factor): string => fillText(PRICE, language, { kroner: write(factor) });
  const result = (value: number, kind: keyof typeof RESULTS): string =>
    fillText(RESULTS[kind], language, { kroner: formatNumber(Math.abs(value), 0, language) });
  /** `sum` is the line's arithmetic, done once with the figures as they are and once as they are written. */
  const say = (
    line: keyof typeof LINES,
    count: number,
    blanks: Readonly<Record<string, Factor>>,
    sum: (count: number, at: (name: string) => number) => number,
    kind?: keyof typeof RESULTS,
  ): string[] => {
    if (Math.abs(count) < 1e-9) return [];
    const times = counted(Math.abs(count));
    const exact = sum(times.value, (name) => blanks[name].value);
    const rounded = sum(asWritten(times), (name) => asWritten(blanks[name]));
    const written = Object.entries(blanks).map(([name, factor]) => [
      name,
      name === "price" || name === "cost" ? price(factor) : write(factor),
    ]);
    return [
      fillText(LINES[line], language, {
        ...Object.fromEntries(written),
        count: write(times),
        is: Math.round(exact) === Math.round(rounded) ? "=" : "≈",
        result: result(exact, kind ?? (count > 0 ? "saved" : "spent")),
      }),
    ];
  };
  /** A saving comes in part, an extra cost in full. */
  const either = (saved: number, each: number, lines: readonly [keyof typeof LINES, keyof typeof LINES]): string[] =>
    saved > 0
      ? say(
          lines[0],
          saved,
          { price: kroner(each), share: share(at.realisation) },
          (count, of) => count * of("price") * of("share"),
        )
      : say(lines[1], saved, { price: kroner(each) }, (count, of) => count * of("price"));
  const fewer = baseline.districts - plan.districts;
  const rights = baseline.transportRights - plan.transportRights;
  const emptied = baseline.housed - plan.housed;
  const gone = leavers(plan, at);
  const own = (category: "classes" | "buildings"): string[] => {
    const saved = baseline.own[category] - plan.own[category];
    return say("own", saved, { share: share(at.realisation) }, (count, of) => count * (saved > 0 ? of("share") : 1));
  };
  const assumed = (kr: number, kind?: "once"): string[] => say("assumed", kr, {}, (count) => count, kind);
  const area = { area: counted(at.areaPerPupil), price: kroner(at.buildingOperation) };
  const lines = {
    leadership: [
      ...either(fewer, fewer > 0 ? at.districtMerger : at.extraSchool, ["merged", "split"]),
      ...either(baseline.openSites - plan.openSites, at.siteLeader, ["closed", "opened"]),
    ],
    classes: [...either(baseline.classes - plan.classes, at.class, ["fewer", "more"]), ...own("classes")],
    buildings: [
      ...(emptied > 0
        ? say(
            "emptied",
            emptied,
            { ...area, share: share(at.realisation) },
            (count, of) => count * of("area") * of("price") * of("share"),
          )
        : say("filled", emptied, area, (count, of) => count * of("area") * of("price"))),
      ...own("buildings"),
    ],
    transport: say(
      rights > 0 ? "rightsLost" : "rightsGained",
      rights,
      { price: kroner(at.travelCard) },
      (count, of) => count * of("price"),
    ),
    private: say(
      "leaving",
      gone,
      { price: kroner(at.privateContribution), share: share(at.relief), cost: kroner(at.operatingCost) },
      (count, of) => count * (of("price") - of("share") * of("cost")),
      at.privateContribution > at.relief * at.operatingCost ? "spent" : "saved",
    ),
    assumed: assumed((baseline.assumed?.yearly ?? 0) - (plan.assumed?.yearly ?? 0)),
    "one-off": [
      ...say("moved", plan.moved, { price: kroner(at.moving) }, (count, of) => count * of("price"), "once"),
      ...assumed(plan.assumed?.once ?? 0, "once"),
    ],
  };
  const orNone = (found: string[]): readonly string[] => (found.length > 0 ? found : [LINES.none[language]]);
  return {
    leadership: orNone(lines.leadership),
    classes: orNone(lines.classes),
    buildings: orNone(lines.buildings),
    transport: orNone(lines.transport),
    private: orNone(lines.private),
    assumed: orNone(lines.assumed),
    "one-off": orNone(lines["one-off"]),
  };
}
