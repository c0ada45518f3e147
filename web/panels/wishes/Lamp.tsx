import "../../style/wish.css";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Draft } from "../../../src/index.ts";
import { finishedAlready } from "../../draw/finished-already.ts";
import { pupilsWithoutSchool } from "../../draw/drawn.ts";
import { drawnPairs, type NamedWish, wishesOf } from "../../draw/wishes.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import { siteChanges } from "../../state/plans.ts";
import { useSelect } from "../../state/store.ts";
import type { LampAnswer } from "../../worker/messages.ts";
import { lampLines, namedIn } from "./lines.ts";
import { LetGo } from "./LetGo.tsx";
import { useWishVoice } from "./wish-voice.ts";

/** How long a hand rests before anybody asks whether what it drew can be finished, milliseconds. */
const REST = 700;

type LampState = LampAnswer | undefined;

/** Whether the proposal can still be finished around what is locked: the first line, in words and by a shape. */
export function Lamp(): ReactNode {
  const voice = useWishVoice();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const wishes = useMemo(() => (draft ? wishesOf(draft) : []), [draft]);
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const effects = useSelect(chosenEffects);
  const own = useMemo(
    () => (draft && unitBand && effects ? finishedAlready(draft, unitBand, effects) : undefined),
    [draft, unitBand, effects],
  );
  const answer = useLamp(own ? undefined : draft, wishes) ?? own;
  if (!draft || !unitBand) return null;
  const shape = answer?.status ?? "unknown";
  return (
    <section className={`lamp lamp-${shape}`} aria-label={voice.wish("lamp.label")} aria-busy={!answer}>
      <LampShape shape={shape} />
      <div>
        <div role="status">
          {lampLines(voice, answer, wishes, pupilsWithoutSchool(draft, unitBand)).map((line, i) =>
            i === 0 ? (
              <p key={line}>
                <strong>{line}</strong>
              </p>
            ) : (
              <p key={line}>{line}</p>
            ),
          )}
        </div>
        {answer?.status === "no" && <LetGo wishes={namedIn(wishes, answer.conflict)} />}
      </div>
    </section>
  );
}

/** The lamp's answer for the draft as it stands; undefined while nothing is known of it. */
function useLamp(draft: Draft | undefined, wishes: readonly NamedWish[]): LampState {
  const { askWish } = useWorkers();
  const [heard, setHeard] = useState<{ readonly draft: Draft; readonly answer: LampState }>();
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => {
      const { plan } = draft;
      const question = {
        about: "lamp" as const,
        plan: { plan, sites: siteChanges(draft) },
        wishes: wishes.map(({ wish }) => wish),
        drawn: drawnPairs(draft),
      };
      askWish(question, (step) => {
        if (step.status === "yes" || step.status === "no" || step.status === "unknown")
          setHeard((before) => ({ draft, answer: better(before?.draft === draft ? before.answer : undefined, step) }));
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [draft, wishes, askWish]);
  return heard?.draft === draft ? heard?.answer : undefined;
}

/** A yes stands even where there was no time to find the best. */
const better = (before: LampState, step: NonNullable<LampState>): LampState =>
  step.status === "unknown" && before?.status === "yes" ? before : step;

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
