import { gradesHere } from "../../state/selectors.ts";
import { memo, type ReactNode } from "react";
import { toldFigures } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { assumptionsOf } from "../../state/plans.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { assumptionList } from "../assumptions/words.ts";
import { heldAgainst, detailAnswer } from "../../state/detail.ts";
import { type PlanFigures } from "../../state/plan-figures.ts";
import { useSelect } from "../../state/store.ts";
import type { PlanPairing } from "../../worker/messages.ts";
import { listNumber } from "../../state/plan-ref.ts";
import { usePlanTitle } from "../plan-title.ts";
import { useSavingApart } from "../use-measure-title.ts";
import { usePinned } from "./CompareWith.tsx";
import { differenceText } from "./money-words.ts";
import { PlansBeside } from "./PlansBeside.tsx";
import { SentenceList } from "./Meaning.tsx";

/** Two plans against each other: the figures side by side, how sure it is which saves more, and the other's borders on the map. */
export const Pairing = memo(function Pairing({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const { say } = useVoice();
  const chosenTitle = usePlanTitle(figures.plan.ref);
  const { pinned, hold } = usePinned();
  const against = useSelect(heldAgainst);
  const pinnedTitle = usePlanTitle(pinned);
  const isListed = listNumber(figures.plan.ref) !== undefined;
  if (!pinned && !isListed) return null;
  return (
    <section className="block pairing">
      <h3>{say("pair.title")}</h3>
      {pinned ? (
        <>
          {against ? <Against figures={figures} /> : <p>{say("pair.held", { plan: pinnedTitle })}</p>}
          <button type="button" className="link-button" onClick={() => hold(undefined)}>
            {say("pair.release", { plan: pinnedTitle })}
          </button>
        </>
      ) : (
        <button type="button" className="button button-secondary small-button" onClick={() => hold(figures.plan.ref)}>
          {say("pair.hold", { plan: chosenTitle })}
        </button>
      )}
    </section>
  );
});

function Against({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, read, number } = voice;
  const apart = useSavingApart();
  const pair = useSelect((state) => detailAnswer(state, "pair"));
  if (!pair) return <p role="status">{say("pair.waiting")}</p>;
  const { p5, p95 } = pair.difference;
  return (
    <>
      <p className="pair-wins">{read(pair.wins.text)}</p>
      <PairMeasuredWith titles={pair.titles} />
      {(p5 !== 0 || p95 !== 0) && <p>{differenceText(voice, pair.difference, apart)}</p>}
      <PairTable pair={pair} figures={figures} />
      <p className="field-help">{say("pair.dashed", { plan: read(pair.titles[1]) })}</p>
      {pair.turning.length > 0 && (
        <details className="how">
          <summary>{say("pair.turning")}</summary>
          <SentenceList sentences={pair.turning} />
          <p className="price-source">{say("pair.why", { draws: number(pair.draws) })}</p>
        </details>
      )}
    </>
  );
}

/** Whether the two are measured with the same, and with what. */
function PairMeasuredWith({ titles }: Pick<PlanPairing, "titles">): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const grades = useSelect(gradesHere);
  const [plan, against] = [useSelect(chosenDocument), useSelect(heldAgainst)];
  const lists = [plan, against].map((each) => assumptionList(grades, voice, each ? assumptionsOf(each) : []));
  const [one, other] = lists;
  if (one === "" && other === "") return null;
  const told = titles.flatMap((title, i) => (lists[i] === "" ? [] : [{ plan: read(title), list: lists[i] }]));
  if (told.length === 1) return <p className="measured-with">{say("pair.assumed.one", told[0])}</p>;
  if (one === other) return <p className="measured-with">{say("pair.assumed.same", { list: one })}</p>;
  return (
    <p className="measured-with">
      {say("pair.assumed.differ")} {told.map((each) => say("pair.assumed.each", each)).join(" ")}
    </p>
  );
}

function PairTable({ pair, figures }: { readonly pair: PlanPairing; readonly figures: PlanFigures }): ReactNode {
  const { say, read } = useVoice();
  const against = useSelect(heldAgainst);
  if (!against) return null;
  const [plan, other] = pair.values.map((values) =>
    toldFigures(figures.view.grades, figures.view.steps, figures.todays, (key) => values.get(key)),
  );
  return (
    <PlansBeside
      plans={[
        { title: say("measure.today"), value: plan.today, told: plan.todaysCell },
        { title: read(pair.titles[1]), value: other.value, told: other.cell },
        { title: say("measure.plan"), value: plan.value, told: plan.cell },
      ]}
    />
  );
}
