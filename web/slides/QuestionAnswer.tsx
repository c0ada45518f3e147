import { type ReactNode, useEffect, useMemo, useState } from "react";
import {
  countsWhere,
  lastTimeSentences,
  schoolsOpenIn,
  type Said,
  savesLess,
  savingApart,
  toldFigures,
  whyNotSentence,
} from "../../src/index.ts";
import { shortTitle } from "../panels/plan-title.ts";
import { chosenDocument } from "../state/chosen.ts";
import { detailAnswer, useDetail } from "../state/detail.ts";
import { planSites } from "../state/plan-sites.ts";
import { assumed, type PagePlan } from "../state/plans.ts";
import { planList } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { titleOf } from "../worker/plan-title.ts";
import type { Deck } from "./deck.ts";
import { askedFirst, type Question } from "./slide-list.ts";
import { useSlidesVoice } from "./slides-voice.ts";

interface Props {
  readonly question: Question;
  readonly deck: Deck;
}

/** What a council asks, answered in sentences with their figures; of which plan or school is a choice beside it. */
export function QuestionAnswer({ question, deck }: Props): ReactNode {
  switch (question) {
    case "bus":
    case "savings":
      return <OfPlan key={question} question={question} deck={deck} />;
    case "last":
      return <LastTime />;
    case "why-not":
      return <WhyNot deck={deck} />;
    case "closing":
      return <Closing deck={deck} />;
    default:
      return question satisfies never;
  }
}

/** The plan in view is the one that is asked about first; the last where a meeting looks at others than it. */
function useFirstAsked({ plans }: Deck): number {
  const inView = useSelect((state) => chosenDocument(state)?.key);
  return askedFirst(plans, inView);
}

function OfPlan({ question, deck }: { readonly question: "bus" | "savings"; readonly deck: Deck }): ReactNode {
  const { tell, read } = useSlidesVoice();
  const [plan, setPlan] = useState(useFirstAsked(deck));
  return (
    <div className="asked">
      <PlanChoice label={tell("question.of")} plans={deck.plans} chosen={plan} onChoose={setPlan} />
      <Sentences texts={deck.figures.answers[plan][question].map(({ text }) => read(text))} />
    </div>
  );
}

function LastTime(): ReactNode {
  const { tell, read, currency } = useSlidesVoice();
  const { answer } = useDetail("known");
  if (!answer) return <p role="status">{tell("question.waiting")}</p>;
  return <Sentences texts={lastTimeSentences(answer.replay, currency).map(({ text }) => read(text))} />;
}

/** What one plan is worse at than another, the one in view at first. */
function WhyNot({ deck }: { readonly deck: Deck }): ReactNode {
  const { tell, read, currency } = useSlidesVoice();
  const { view, plans, figures } = deck;
  const list = useSelect(planList);
  const [other, setOther] = useState(useFirstAsked(deck));
  const [wanted, setPlan] = useState(0);
  const plan = wanted === other ? (other === 0 ? 1 : 0) : wanted;
  const sentence = useMemo(() => {
    const { columns, unsure, pairs } = figures.compared;
    const unfinished = [plan, other].flatMap((number) => columns[number].unfinished);
    if (unfinished.length > 0) return unfinished[0];
    const [one, against] = [plan, other].map((number) =>
      toldFigures(view.grades, view.steps, view.today.values, (key) => columns[number].values.get(key)),
    );
    const titles: readonly [Said, Said] = [titleOf(plans[plan].plan), titleOf(plans[other].plan)];
    return whyNotSentence(
      [one, against],
      titles,
      list,
      { unsure, savesLess: savesLess(pairs, plan, other) },
      { apart: savingApart(view.target), currency },
    ).text;
  }, [view, plans, figures, plan, other, list, currency]);
  return (
    <div className="asked">
      <PlanChoice label={tell("question.instead")} plans={plans} without={other} chosen={plan} onChoose={setPlan} />
      <PlanChoice label={tell("question.other")} plans={plans} chosen={other} onChoose={setOther} />
      <Sentences texts={[read(sentence)]} />
      <p className="slide-note">{tell("question.held")}</p>
    </div>
  );
}

/** What closing one of a plan's schools would do; asked when a school is chosen, on the plan as it is shown. */
function Closing({ deck }: { readonly deck: Deck }): ReactNode {
  const { tell, read } = useSlidesVoice();
  const store = useStore();
  const [chosen, setChosen] = useState(useFirstAsked(deck));
  const plan = deck.plans[chosen];
  const schools = useMemo(() => {
    const sites = planSites(deck.view, plan);
    return schoolsOpenIn(plan.plan).map((site) => ({ site, name: sites[site].name }));
  }, [deck, plan]);
  const [wanted, setWanted] = useState<number>();
  const site = schools.some((school) => school.site === wanted) ? wanted : smallest(deck, schools);
  useEffect(() => {
    const counts = countsWhere(deck.view.notice);
    const asked = { key: plan.key, ...assumed(plan) };
    store.dispatch({ kind: "closing", closing: site === undefined ? undefined : { plan: asked, site, counts } });
    return () => store.dispatch({ kind: "closing", closing: undefined });
  }, [store, deck, plan, site]);
  const answer = useSelect((state) => detailAnswer(state, "closing"));
  return (
    <div className="asked">
      <PlanChoice label={tell("question.of")} plans={deck.plans} chosen={chosen} onChoose={setChosen} />
      <label>
        {tell("question.school")}{" "}
        <select className="slide-select" value={site} onChange={({ target }) => setWanted(Number(target.value))}>
          {schools.map((school) => (
            <option key={school.site} value={school.site}>
              {school.name}
            </option>
          ))}
        </select>
      </label>
      {answer ? (
        <Sentences texts={answer.map(({ text }) => read(text))} />
      ) : (
        <p role="status">{tell("question.waiting")}</p>
      )}
    </div>
  );
}

/** The school that fewest go to today, which is asked about first. */
function smallest({ view }: Deck, schools: readonly { readonly site: number }[]): number | undefined {
  const pupils = (site: number): number => view.sites[site]?.pupils || Infinity;
  return schools.toSorted((a, b) => pupils(a.site) - pupils(b.site))[0]?.site;
}

interface PlanChoiceProps {
  readonly label: string;
  readonly plans: readonly PagePlan[];
  /** Not to be chosen. */
  readonly without?: number;
  readonly chosen: number;
  readonly onChoose: (plan: number) => void;
}

function PlanChoice({ label, plans, without, chosen, onChoose }: PlanChoiceProps): ReactNode {
  const { language } = useSlidesVoice();
  const open = plans.filter((_, number) => number !== without);
  // One plan is no choice, and a box round it looks as if it were broken.
  if (open.length === 1)
    return (
      <span>
        {label} <strong>{shortTitle(open[0].plan.title, language)}</strong>
      </span>
    );
  return (
    <label>
      {label}{" "}
      <select className="slide-select" value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {plans.map(({ key, plan }, number) =>
          number === without ? null : (
            <option key={key} value={number}>
              {shortTitle(plan.title, language)}
            </option>
          ),
        )}
      </select>
    </label>
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }): ReactNode {
  return (
    <ul className="asked-sentences">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
