import "../../style/wish.css";
import { type ReactNode, useEffect, useMemo } from "react";
import type { Draft } from "../../../src/index.ts";
import { finishedAlready } from "../../draw/finished-already.ts";
import { pupilsWithoutSchool } from "../../draw/drawn.ts";
import { drawnPairs, wishesOf } from "../../draw/wishes.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import { siteChanges } from "../../state/plans.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { Proposal } from "../../proposals/proposal.ts";
import type { LampAnswer } from "../../worker/messages.ts";
import { better, isLast, lampKey } from "../../draw/lamp-answers.ts";
import { lampLines, namedIn } from "./lines.ts";
import { LetGo } from "./LetGo.tsx";
import { useWishVoice } from "./wish-voice.ts";

/** How long a hand rests before anybody asks whether what it drew can be finished, milliseconds. */
const REST = 700;

/** Whether the proposal can still be finished around what is locked: the first line, in words and by a shape. */
export function Lamp(): ReactNode {
  const voice = useWishVoice();
  const proposal = useSelect(chosenProposal);
  const draft = proposal?.draft;
  const wishes = useMemo(() => (draft ? wishesOf(draft) : []), [draft]);
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const effects = useSelect(chosenEffects);
  const own = useMemo(
    () => (draft && unitBand && effects ? finishedAlready(draft, unitBand, effects) : undefined),
    [draft, unitBand, effects],
  );
  const answer = useLamp(own ? undefined : proposal) ?? own;
  if (!draft || !unitBand) return null;
  const now = effects?.apart.length === 0 ? "whole" : "in-parts";
  const shape = answer?.status ?? "unknown";
  const [first, ...more] = lampLines(voice, answer, wishes, pupilsWithoutSchool(draft, unitBand), now);
  return (
    <section className={`lamp lamp-${shape}`} aria-label={voice.wish("lamp.label")} aria-busy={!answer}>
      <LampShape shape={shape} />
      <div>
        <div role="status">
          <p>
            <strong>{first}</strong>
          </p>
          {more.length > 0 && <p>{more.join(" ")}</p>}
        </div>
        {answer?.status === "no" && (
          <LetGo draft={draft} unitBand={unitBand} wishes={namedIn(wishes, answer.conflict)} />
        )}
      </div>
    </section>
  );
}

/** The lamp's answer for a proposal as it stands; undefined while nothing is known of it. */
function useLamp(proposal: Proposal | undefined): LampAnswer | undefined {
  const { askWish } = useWorkers();
  const store = useStore();
  const key = proposal && lampKey(proposal);
  const answer = useSelect(({ lamps }) => (key === undefined ? undefined : lamps.get(key)));
  const isSettled = answer !== undefined && isLast(answer);
  useEffect(() => {
    if (key === undefined || isSettled) return undefined;
    const timer = setTimeout(() => {
      const now = chosenProposal(store.state());
      if (!now || lampKey(now) !== key) return;
      askWish(lampQuestion(now.draft), (step) => {
        if (step.status !== "yes" && step.status !== "no" && step.status !== "unknown") return;
        store.dispatch({ kind: "lamp", key, answer: better(store.state().lamps.get(key), step) });
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [key, isSettled, askWish, store]);
  return answer;
}

const lampQuestion = (draft: Draft) => ({
  about: "lamp" as const,
  plan: { plan: draft.plan, sites: siteChanges(draft) },
  wishes: wishesOf(draft).map(({ wish }) => wish),
  drawn: drawnPairs(draft),
});

/** Told apart without colour: a tick, a bar across, a question mark. */
function LampShape({ shape }: { readonly shape: "yes" | "no" | "unknown" }): ReactNode {
  return (
    <svg className="lamp-shape" viewBox="0 0 24 24" aria-hidden="true">
      {shape === "yes" && (
        <>
          <circle cx="12" cy="12" r="11" />
          <path d="M6.5 12.5l3.8 3.8 7.2-8" />
        </>
      )}
      {shape === "no" && (
        <>
          <path className="lamp-body" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z" />
          <path d="M6 12h12" />
        </>
      )}
      {shape === "unknown" && (
        <>
          <circle cx="12" cy="12" r="10.5" />
          <path d="M8.8 9.4a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1.1-1.4 2.1M12 17.4v.2" />
        </>
      )}
    </svg>
  );
}
