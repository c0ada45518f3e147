import type { ReactNode } from "react";
import {
  assumptionText,
  CATEGORY_NAMES,
  type CostCategory,
  moneyFormulas,
  restsOf,
  type PlanMoney,
  SAVING_CATEGORIES,
} from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { assumptionsOf } from "../../state/plans.ts";
import { isNothing, kroner, savedOrSpent, turned } from "./money-words.ts";
import { Prices } from "./Prices.tsx";
import { type Scale, scaleOf, SpanBar } from "./SpanBar.tsx";
import { TimetableNote } from "./TimetableNote.tsx";

interface Props {
  readonly figures: PlanFigures;
  readonly money: PlanMoney;
}

/** What the saving consists of: a line for each category that changes, which opens to its sum; the others in one line. */
export function MoneyCategories({ figures, money }: Props): ReactNode {
  const voice = useVoice();
  const { language, currency } = voice;
  const { saving, drivers } = money;
  const { counts } = figures;
  const formulas = moneyFormulas(drivers, figures.drivers, figures.costs, { counts, currency }, language);
  const changing = SAVING_CATEGORIES.filter((category) => !isNothing(voice, saving[category]));
  // No plan but one that assumes costs has any, and no hour is money that nobody has priced.
  const still = SAVING_CATEGORIES.filter(
    (category) =>
      isNothing(voice, saving[category]) && category !== "assumed" && (category !== "time" || money.isTimePriced),
  );
  const scale = scaleOf(changing.map((category) => saving[category]));
  return (
    <>
      {changing.map((category) => (
        <Category key={category} {...{ category, figures, money, scale }} formula={formulas[category]} />
      ))}
      {still.length > 0 && <Unchanged categories={still} />}
      {!isNothing(voice, saving["one-off"]) && (
        <Category
          category="one-off"
          {...{ figures, money }}
          scale={scaleOf([turned(saving["one-off"])])}
          formula={formulas["one-off"]}
        />
      )}
    </>
  );
}

interface CategoryProps extends Props {
  readonly category: CostCategory;
  readonly scale: Scale;
  readonly formula: readonly string[];
}

function Category({ category, figures, money, scale, formula }: CategoryProps): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const saving = money.saving[category];
  const amount = category === "one-off" ? kroner(voice, turned(saving)) : savedOrSpent(voice, saving).whole;
  return (
    <details className="money-line">
      <summary>
        <span className="money-name">{read(CATEGORY_NAMES[category])}</span>
        <span className="money-amount">{amount}</span>
        <SpanBar range={category === "one-off" ? turned(saving) : saving} scale={scale} />
      </summary>
      {category !== "assumed" &&
        formula.map((line) => (
          <p key={line} className="formula">
            {line}
          </p>
        ))}
      <OwnCosts figures={figures} category={category} />
      {category !== "assumed" && (
        <>
          {category === "transport" && <TimetableNote />}
          <p className="price-source">{say("money.middle")}</p>
          <Prices
            prices={restsOf(category).flatMap((key) =>
              figures.costs[key].withoutEffect === undefined ? [figures.costs[key]] : [],
            )}
          />
        </>
      )}
    </details>
  );
}

/** The costs that the proposal assumes itself, in its own words. */
function OwnCosts({ figures, category }: Pick<CategoryProps, "figures" | "category">): ReactNode {
  const { say, language, currency } = useVoice();
  const per = { assumed: "year", "one-off": "once" }[category as string];
  const costs = assumptionsOf(figures.plan).filter((each) => each.kind === "cost" && each.per === per);
  if (costs.length === 0) return null;
  return (
    <ul className="prices">
      {costs.map((cost) => (
        <li key={assumptionText(figures.view.grades, cost, currency, language)}>
          {assumptionText(figures.view.grades, cost, currency, language)} ({say("assume.own")})
        </li>
      ))}
    </ul>
  );
}

/** Folded, so that what does not change takes one line. */
function Unchanged({ categories }: { readonly categories: readonly CostCategory[] }): ReactNode {
  const { say, read } = useVoice();
  const names = categories.map((category) => read(CATEGORY_NAMES[category]).toLowerCase());
  return (
    <details className="money-line unchanged">
      <summary>{say("money.unchanged", { list: names.join(", ") })}</summary>
      <p>{say("money.unchanged.why")}</p>
    </details>
  );
}
