import { memo, type ReactNode } from "react";
import { addRanges, type CostModel, SAVING_CATEGORIES } from "../../../src/index.ts";
import { RangeBars } from "../../charts/RangeBars.tsx";
import { useVoice, type Voice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { SameForAll } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";

/** What a plan saves or costs a year: always a range. */
export const Money = memo(function Money({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, number } = voice;
  const { effects, view } = figures;
  if (!effects) return <section className="block money waiting" aria-busy="true" />;
  const total = addRanges(Object.values(effects.saving));
  const dearer = total.mid < 0;
  const [least, most] = dearer ? [-total.high, -total.low] : [total.low, total.high];
  const millions = (kroner: number): string => number(kroner / 1_000_000, 1);
  const ranges = [
    ...SAVING_CATEGORIES.map((category) => ({
      name: say(`money.${category}`),
      range: effects.saving[category],
      weight: "part" as const,
    })),
    { name: say("money.total"), range: total, weight: "total" as const },
  ];
  return (
    <section className="block money">
      <h3>{say("money.title")}</h3>
      <div className="headline">
        <p>
          <strong>{say("money.range", { low: millions(least), high: millions(most) })}</strong>{" "}
          {say(dearer ? "money.headline.cost" : "money.headline")}
        </p>
        {!figures.tells("saving") && (
          <p className="change">
            <SameForAll />
          </p>
        )}
      </div>
      <RangeBars ranges={ranges} label={say("money.picture")} />
      <HowComputed
        formula={moneyFormulas(voice, figures)}
        measures={["saving", ...SAVING_CATEGORIES.map((category) => `saving-${category}`)]}
        prices={pricesUsed(figures, view.costs)}
      />
    </section>
  );
});

/** The sums with this plan's numbers, at the middle estimate. */
function moneyFormulas({ say, number, quantity }: Voice, { value, today, view, effects }: PlanFigures): string[] {
  const { costs } = view;
  const change = (key: string): number => (value(key) ?? 0) - (today(key) ?? 0);
  const kroner = (amount: number): string => `${number(amount)} kr.`;
  const result = (category: "leadership" | "classes" | "transport"): string =>
    quantity(effects?.saving[category].mid ?? 0, "kroner");
  const share = number(costs.realisation.mid, 2);
  const [districts, classes, rights] = [change("districts"), change("classes"), change("transport-right")];
  const blanks = (count: number, price: number, sum: string) => ({
    count: number(Math.abs(count)),
    price: kroner(price),
    share,
    result: sum,
  });
  return [
    districts === 0
      ? say("money.formula.samecount")
      : districts < 0
        ? say("money.formula.merged", blanks(districts, costs.districtMerger.mid, result("leadership")))
        : say("money.formula.split", blanks(districts, costs.extraSchool.mid, result("leadership"))),
    classes === 0
      ? say("money.formula.sameclasses")
      : say(classes < 0 ? "money.formula.fewerclasses" : "money.formula.moreclasses", {
          ...blanks(classes, costs.class.mid, result("classes")),
        }),
    rights === 0
      ? say("money.formula.samerights")
      : say(rights < 0 ? "money.formula.fewerrights" : "money.formula.morerights", {
          ...blanks(rights, costs.travelCard.mid, result("transport")),
        }),
  ];
}

function pricesUsed({ value, today }: PlanFigures, costs: CostModel) {
  const fewer = (value("districts") ?? 0) <= (today("districts") ?? 0);
  return [fewer ? costs.districtMerger : costs.extraSchool, costs.realisation, costs.class, costs.travelCard];
}
