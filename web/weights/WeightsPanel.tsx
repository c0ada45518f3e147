import "./weights.css";
import { type ReactNode, useMemo, useState } from "react";
import {
  concernName,
  CONCERNS,
  leastOpposed,
  orderedBy,
  scores,
  type WeighedList,
  type Weights,
} from "../../src/index.ts";
import { usePlanTitle } from "../panels/plan-title.ts";
import { weighed } from "../state/arrange.ts";
import { MOST_WEIGHT } from "../state/choice.ts";
import { chosenPlan } from "../state/chosen.ts";
import { detailAnswer } from "../state/detail.ts";
import { listNumber } from "../state/plan-ref.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { PlanList } from "../worker/messages.ts";
import { useWeightsVoice } from "./weights-voice.ts";

const NO_WEIGHTS: Weights = CONCERNS.map(() => 0);

/** What a group lets each concern count: the list follows at once, and what no weights can do is said. */
export function WeightsPanel({ list }: { readonly list: PlanList }): ReactNode {
  const { tell, number } = useWeightsVoice();
  const store = useStore();
  const weights = useSelect(({ choice }) => choice.weights);
  const concerns = weighed(list);
  const weigh = (next: Weights | undefined): void => store.dispatch({ kind: "choose", change: { weights: next } });
  return (
    <div className="weights">
      <p>{tell("weigh.how")}</p>
      {CONCERNS.map(({ key }, i) => (
        <Slider
          key={key}
          concern={key}
          weight={(weights ?? NO_WEIGHTS)[i]}
          tells={concerns.telling.includes(key) ? "apart" : "nothing"}
          onWeigh={(weight) => weigh((weights ?? NO_WEIGHTS).map((own, j) => (j === i ? weight : own)))}
        />
      ))}
      {weights && (
        <button type="button" className="link-button" onClick={() => weigh(undefined)}>
          {tell("weigh.reset")}
        </button>
      )}
      {weights && weights.some((weight) => weight > 0) && <First concerns={concerns} weights={weights} />}
      <p className="field-help">{tell("weigh.scale", { count: number(list.count) })}</p>
      {weights && list.complete && <CanBeFirst concerns={concerns} onWeigh={weigh} />}
      {list.complete && <Opposed concerns={concerns} weights={weights} />}
    </div>
  );
}

interface SliderProps {
  readonly concern: (typeof CONCERNS)[number]["key"];
  readonly weight: number;
  readonly tells: "apart" | "nothing";
  readonly onWeigh: (weight: number) => void;
}

function Slider({ concern, weight, tells, onWeigh }: SliderProps): ReactNode {
  const { tell, read, number } = useWeightsVoice();
  const said = tell("weigh.count", { weight: number(weight), most: number(MOST_WEIGHT) });
  return (
    <label className="weight">
      <span>{read(concernName(concern))}</span>
      <span className="weight-said">{tells === "nothing" ? tell("weigh.alike") : said}</span>
      <input
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={1}
        value={weight}
        disabled={tells === "nothing"}
        aria-valuetext={said}
        onChange={({ target }) => onWeigh(Number(target.value))}
      />
    </label>
  );
}

/** A plan of the list, to be looked at. */
function PlanLink({ plan }: { readonly plan: number }): ReactNode {
  const store = useStore();
  const title = usePlanTitle({ from: "list", number: plan });
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => store.dispatch({ kind: "choose", change: { plan: { from: "list", number: plan } } })}
    >
      {title}
    </button>
  );
}

interface ConcernsProps {
  readonly concerns: WeighedList;
}

/** Which plan stands first, and that concerns which are not certain count by their best estimates. */
function First({ concerns, weights }: ConcernsProps & { readonly weights: Weights }): ReactNode {
  const { say, tell, read, list } = useWeightsVoice();
  const [first] = useMemo(() => orderedBy(concerns, weights), [concerns, weights]);
  const unsure = CONCERNS.filter(({ key }, i) => concerns.unsure.includes(key) && weights[i] > 0);
  return (
    <div role="status">
      <p>
        {tell("weigh.first")} <PlanLink plan={first} />
      </p>
      {unsure.length > 0 && (
        <p>
          {tell("weigh.unsure", {
            concerns: list(unsure.map(({ key }) => say("page.quoted", { name: read(concernName(key)) }))),
          })}
        </p>
      )}
    </div>
  );
}

/** How many plans any weights put first, and of the plan in view which do, or why none does. */
function CanBeFirst({
  concerns,
  onWeigh,
}: ConcernsProps & { readonly onWeigh: (weights: Weights) => void }): ReactNode {
  const { say, tell, read, number, list } = useWeightsVoice();
  const answer = useSelect((state) => detailAnswer(state, "first"));
  const plan = useSelect(chosenPlan);
  const title = usePlanTitle(plan);
  if (!answer) return <p role="status">{tell("weigh.can.waiting")}</p>;
  const first = answer.filter(({ is }) => is === "first").length;
  const shown = listNumber(plan);
  const own = shown === undefined ? undefined : answer[shown];
  const share = (name: string, part: number): string =>
    tell("weigh.share", { name, share: number(Math.max(1, Math.round(100 * part))) });
  return (
    <>
      <p>
        {tell("weigh.can", {
          first: number(first),
          never: number(answer.length - first),
          count: number(answer.length),
        })}
      </p>
      {own?.is === "never" && (
        <p>
          {tell("weigh.plan.never", {
            plan: title,
            mix: list(
              own.shares.map(([other, part]) => share(say("effects.title", { number: number(other + 1) }), part)),
            ),
          })}
        </p>
      )}
      {own?.is === "first" && shown !== undefined && (
        <p>
          {tell("weigh.plan.first", {
            plan: title,
            weights: list(
              CONCERNS.flatMap(({ key }, i) =>
                own.weights[i] > 0.005 ? [share(read(concernName(key)), own.weights[i])] : [],
              ),
            ),
          })}{" "}
          <Try concerns={concerns} plan={shown} weights={own.weights} onWeigh={onWeigh} />
        </p>
      )}
    </>
  );
}

interface TryProps extends ConcernsProps {
  readonly plan: number;
  readonly weights: Weights;
  readonly onWeigh: (weights: Weights) => void;
}

/** The weights as the sliders have them, where they still put the plan first. */
function Try({ concerns, plan, weights, onWeigh }: TryProps): ReactNode {
  const { tell } = useWeightsVoice();
  const most = Math.max(...weights);
  const rounded = weights.map((weight) => Math.round((MOST_WEIGHT * weight) / most));
  const all = scores(concerns, rounded);
  if (all.some((score) => score < all[plan] - 1e-9)) return null;
  return (
    <button type="button" className="link-button" onClick={() => onWeigh(rounded)}>
      {tell("weigh.plan.try")}
    </button>
  );
}

/** The plan with the least greatest regret: over the weights that were kept, one person's each, else over each concern by itself. */
function Opposed({ concerns, weights }: ConcernsProps & { readonly weights: Weights | undefined }): ReactNode {
  const { tell, number } = useWeightsVoice();
  const [kept, setKept] = useState<readonly Weights[]>([]);
  const isKept = kept.length > 1;
  const found = useMemo(() => {
    const alone = CONCERNS.flatMap(({ key }, i) =>
      concerns.telling.includes(key) ? [CONCERNS.map((_, j) => (i === j ? 1 : 0))] : [],
    );
    return leastOpposed(concerns, kept.length > 1 ? kept : alone);
  }, [concerns, kept]);
  if (!found) return null;
  const regret = number(Math.round(100 * found.regret));
  return (
    <section>
      <h3>{tell("weigh.opposed.title")}</h3>
      <p role="status">
        <PlanLink plan={found.plan} />{" "}
        {isKept
          ? tell("weigh.opposed.sets", { sets: number(kept.length), regret })
          : tell("weigh.opposed.alone", { regret })}
      </p>
      <p className="field-help">{tell("weigh.opposed.more")}</p>
      <p className="draw-links">
        {weights && weights.some((weight) => weight > 0) && (
          <button type="button" className="link-button" onClick={() => setKept([...kept, weights])}>
            {tell("weigh.opposed.keep")}
          </button>
        )}
        {kept.length > 0 && <span>{tell("weigh.opposed.kept", { count: number(kept.length) })}</span>}
        {kept.length > 0 && (
          <button type="button" className="link-button" onClick={() => setKept([])}>
            {tell("weigh.opposed.clear")}
          </button>
        )}
      </p>
    </section>
  );
}
