import { memo, type ReactNode } from "react";
import { DRAWS, SAVING_CATEGORIES, type Saving, teachingMoney } from "../../../src/index.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { startYear } from "../../state/start-year.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { todaysDate } from "../../state/today.ts";
import { openRests } from "../../claims/open-rests.ts";
import { later } from "../later.tsx";
import { PastHits } from "../costs/PastHits.tsx";
import { MeasuredWith } from "../assumptions/MeasuredWith.tsx";
import { BudgetYears } from "./BudgetYears.tsx";
import { SameForAll } from "./Headline.tsx";
import { HowComputed } from "./HowComputed.tsx";
import { isNothing, moneyHeadline, savedOrSpent } from "./money-words.ts";
import { MoneyCategories } from "./MoneyCategories.tsx";
import { TargetGauge } from "./TargetGauge.tsx";

const SaidBeside = later(async () => (await import("../../claims/SaidBeside.tsx")).SaidBeside, "silent");

/** What a plan saves or costs a year: always a range, and every part of it opens to its sum. */
export const Money = memo(function Money({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const { effects, view, costs } = figures;
  const start = useSelect(({ choice }) => startYear(view, choice, todaysDate()));
  if (!effects) return <section className="block money waiting" aria-busy="true" />;
  const { money } = effects;
  if (!money) return null;
  const { saving, counting } = money;
  const isClaimed = [...(figures.plan.draft?.assumptions.values() ?? [])].some(({ kind }) => kind === "claim");
  const spares = !counting.includes("classes");
  const { amount, what, range } = moneyHeadline(voice, money);
  return (
    <section className="block money">
      <h3>{say("money.title")}</h3>
      <div className="headline">
        <p>
          <strong>{amount}</strong> {what}
        </p>
        {(range !== undefined || !figures.tells("saving")) && (
          <p className="change">
            {range} {!figures.tells("saving") && <SameForAll />}
          </p>
        )}
      </div>
      {range !== undefined && (
        <p className="field-help">{say("money.between.why", { draws: voice.number(DRAWS.draws) })}</p>
      )}
      <p className="open-rests">
        <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => openRests(store)}>
          {say("costs.rests")}
        </button>
      </p>
      {isClaimed && <SaidBeside />}
      <MeasuredWith plan={figures.plan} kinds={["cost", "danger"]} />
      <MoneyCategories figures={figures} money={money} />
      <p className="teaching">
        {teachingLine(voice, figures, saving)} {spares && !isNothing(voice, saving.classes) && say("teaching.spared")}
      </p>
      <NotPriced figures={figures} />
      {view.target && <TargetGauge target={view.target} money={money} view={view} />}
      <BudgetYears money={money} costs={costs} start={start} />
      <OpenRegister />
      <PastHits />
      <HowComputed
        formula={[say(spares ? "money.formula.spared" : "money.formula", { year: view.priceYear })]}
        measures={[
          "saving",
          ...SAVING_CATEGORIES.map((category) => `saving-${category}` as const),
          "one-off",
          "leavers",
        ]}
      />
    </section>
  );
});

/** What a new school costs to build nobody has said: a figure without it must say so. */
function NotPriced({ figures: { sites } }: { readonly figures: PlanFigures }): ReactNode {
  const { say, list } = useVoice();
  const built = sites.flatMap(({ isNew, name }) => (isNew ? [name] : []));
  return built.length > 0 && <p className="not-priced">{say("money.notBuilt", { sites: list(built) })}</p>;
}

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

const TEACHING = { saved: "teaching.falls", spent: "teaching.rises", nothing: "teaching.same" } as const;

/** The case's hard condition: whether money for teaching falls, and what that is in teachers. */
function teachingLine(voice: Voice, { costs }: PlanFigures, saving: Saving): string {
  const { kroner: money, positions } = teachingMoney(saving, costs);
  if (isNothing(voice, money)) return voice.say("teaching.untouched");
  const { amount, is } = savedOrSpent(voice, money);
  return voice.say(TEACHING[is], {
    amount,
    positions: voice.number(Math.abs(positions.mid), 1),
  });
}
