import type { ReactNode } from "react";
import { measureByKey } from "../../src/index.ts";
import { da } from "../i18n/da.ts";
import { counted, type MessageKey, useVoice, type Voice } from "../i18n/say.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { CaseView, Decision, PlanList } from "../worker/messages.ts";
import { shortTitle } from "./plan-title.ts";

/** In a few plain sentences built from the figures: what is looked at, and where the decision stands. */
export function Summary(): ReactNode {
  const voice = useVoice();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  if (!view || !list || list.count === 0) return <div className="summary" aria-busy={!view} />;
  return (
    <div className="summary">
      <h2 className="summary-count">{voice.say("summary.count", counted(voice, list.count))}</h2>
      <p className="summary-lead">{leadSentence(voice, view, list)}</p>
      {list.decisions.map((decision) => (
        <p key={decision.id}>{decisionSentence(voice, list, decision)}</p>
      ))}
      <Equal list={list} />
    </div>
  );
}

function leadSentence({ say, number }: Voice, view: CaseView, list: PlanList): string {
  return say(list.complete ? "summary.all" : "summary.best", {
    count: number(list.count),
    existing: number(Number(list.existing)),
    from: number(view.districts.length),
    to: number(list.districts),
    place: view.name,
  });
}

/** Measures that the sentence has a phrase for, in the order it prefers them. */
const PHRASED = Object.keys(da)
  .filter((key): key is Extract<MessageKey, `rank.${string}`> => key.startsWith("rank."))
  .map((phrase) => ({ phrase, measure: phrase.slice("rank.".length) }));

/** A place in the first tenth is worth telling, and so is one in the last third. */
const NEAR_TOP = 0.1;
const NEAR_END = 2 / 3;

function decisionSentence(voice: Voice, list: PlanList, decision: Decision): string {
  const { say, number } = voice;
  const title = shortTitle(decision.title);
  if (decision.plan === undefined) return say("summary.notListed", { decision: title });
  const is = say("summary.decision", { decision: title, number: number(decision.plan + 1) });
  const standing = standingOf(voice, list, decision);
  const verdict =
    decision.beatenBy === 0 ? say("summary.unbeaten") : say("summary.beaten", counted(voice, decision.beatenBy));
  return `${standing.length === 0 ? is : `${is}: ${standing.join(", ")}`}. ${verdict}`;
}

/** What it is best at, and what it is worst at. */
function standingOf({ say, number }: Voice, list: PlanList, { ranks }: Decision): readonly string[] {
  const places = PHRASED.flatMap(({ phrase, measure }) => {
    const rank = ranks.get(measure);
    return rank === undefined ? [] : [{ rank, what: say(phrase) }];
  }).toSorted((a, b) => a.rank - b.rank);
  const [first, second] = places.filter(({ rank }) => rank <= Math.max(3, NEAR_TOP * list.count));
  const last = places.at(-1);
  const one = first && { rank: number(first.rank), what: first.what };
  const two = second && { rank2: number(second.rank), what2: second.what };
  return [
    ...(one && two ? [say("summary.rankTwo", { ...one, ...two })] : one ? [say("summary.rankOne", one)] : []),
    ...(last && last.rank > NEAR_END * list.count
      ? [say("summary.butLast", { rank: number(last.rank), what: last.what })]
      : []),
  ];
}

/** Measures a reader expects to differ; said where all plans are equal on them. */
const EXPECTED = ["saving", "distance-mean", "transport-right", "classes"];

function Equal({ list }: { readonly list: PlanList }): ReactNode {
  const { say, read } = useVoice();
  const equal = EXPECTED.flatMap((key) => {
    const measure = measureByKey.get(key);
    return measure && !list.telling.includes(key) ? [read(measure.label).toLowerCase()] : [];
  });
  if (equal.length === 0 || list.count < 2) return null;
  return (
    <p className="summary-equal">
      {say(list.policy === "stay" ? "summary.equal" : "summary.equalHere", { what: equal.join(", ") })}
    </p>
  );
}
