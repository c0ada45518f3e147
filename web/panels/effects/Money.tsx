import { memo, type ReactNode } from "react";
import { type Range, SAVING_CATEGORIES, type Saving, teachingMoney, yearlyTotal } from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { useStore } from "../../state/store.ts";
import { BudgetYears } from "./BudgetYears.tsx";
import { SameForAll } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";
import { isNothing, kroner, turned } from "./money-words.ts";
import { MoneyCategories } from "./MoneyCategories.tsx";
import { TargetGauge } from "./TargetGauge.tsx";

/** What a plan saves or costs a year: always a range, and every part of it opens to its sum. */
export const Money = memo(function Money({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const { effects, view, costs } = figures;
  if (!effects) return <section className="block money waiting" aria-busy="true" />;
  const { money } = effects;
  if (!money) return null;
  const { saving } = money;
  const [amount, what] = headline(voice, yearlyTotal(saving));
  return (
    <section className="block money">
      <h3>{say("money.title")}</h3>
      <div className="headline">
        <p>
          <strong>{amount}</strong> {what}
        </p>
        {!figures.tells("saving") && (
          <p className="change">
            <SameForAll />
          </p>
        )}
      </div>
      <MoneyCategories figures={figures} money={money} />
      <p className="teaching">{teachingLine(voice, figures, saving)}</p>
      {view.target && <TargetGauge target={view.target} saving={saving} priceYear={view.priceYear} />}
      <BudgetYears saving={saving} costs={costs} start={figures.start} />
      <OpenRegister />
      <HowComputed
        formula={[say("money.formula", { year: view.priceYear })]}
        measures={["saving", ...SAVING_CATEGORIES.map((category) => `saving-${category}`), "one-off", "leavers"]}
      />
    </section>
  );
});

/** The way to every figure behind the money. */
function OpenRegister(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <p className="open-register">
      <button
        type="button"
        className="link-button"
        aria-haspopup="dialog"
        onClick={() => store.dispatch({ kind: "dialog", dialog: "costs" })}
      >
        {say("costs.open")}
      </button>
    </p>
  );
}

/** The amount from low to high, and whether it is saved or spent; where that is not sure, both are said. */
function headline({ say, number }: Voice, total: Range): readonly [amount: string, what: string] {
  const millions = (kr: number): string => number(Math.abs(kr) / 1_000_000, 1);
  const { low, high } = total.mid < 0 ? turned(total) : total;
  const amount =
    low === high
      ? millions(low)
      : say("money.range", { low: `${low < 0 ? "-" : ""}${millions(low)}`, high: millions(high) });
  return [amount, say(total.mid < 0 ? "money.headline.cost" : "money.headline")];
}

/** The case's hard condition: whether money for teaching falls, and what that is in teachers. */
function teachingLine(voice: Voice, { costs }: PlanFigures, saving: Saving): string {
  const { kroner: money, positions } = teachingMoney(saving, costs);
  if (isNothing(money)) return voice.say("teaching.untouched");
  const falls = money.mid > 0;
  return voice.say(falls ? "teaching.falls" : "teaching.rises", {
    amount: kroner(voice, falls ? money : turned(money)),
    positions: voice.number(Math.abs(positions.mid), 1),
  });
}
