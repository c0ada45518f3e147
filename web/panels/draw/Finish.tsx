import { type ReactNode, useMemo } from "react";
import { finished } from "../../ask/finished.ts";
import { type Draft, lockedPairs } from "../../../src/index.ts";
import { asDeadEnd, deadEndKeys } from "../../draw/dead-ends.ts";
import { toMend } from "../../draw/drawn.ts";
import { finishingAfter, type OfferFigures, offerFigures } from "../../draw/later-offer.ts";
import { isLookedFor } from "../../state/asked.ts";
import { noteText } from "../../i18n/notes.ts";
import { pupilsTold } from "../../draw/pupils-told.ts";
import { useOfferKeys } from "../../draw/use-offer-keys.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import type { Proposal } from "../../proposals/proposal.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import type { DeadEnd, Finishing, FoundPlan, Offered } from "../../state/app-state.ts";
import { chosenDocument, chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { RepairStep } from "../../worker/messages.ts";
import { Comes, useOnMap } from "./FinishComes.tsx";
import { LetterKey } from "./LetterKey.tsx";
import { NoWayOn } from "./NoWayOn.tsx";
import { Since } from "./Since.tsx";

const WORDS = { quick: "finish.quick", optimal: "finish.proven", stopped: "finish.stopped" } as const;

/** The plan finished around what is locked: offered, and taken only on a yes. */
export function Finish({ missing }: { readonly missing: number }): ReactNode {
  const { say } = useVoice();
  const proposal = useSelect(chosenProposal);
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const step = useSelect(({ asked }) => asked?.finish);
  const { ask, set } = useFinish(proposal, unitBand);
  const deadEnds = useDeadEnds(proposal, unitBand);
  if (!proposal) return null;
  const leave = (): void => set(undefined);
  if (!step && deadEnds.kept)
    return <NoWayOn end={deadEnds.kept} free={deadEnds.free} draft={proposal.draft} askFree={() => ask("free")} />;
  if (!step)
    return (
      <>
        <button
          type="button"
          className={`button small-button ${missing > 0 ? "button-primary" : "button-secondary"}`}
          onClick={() => ask("kept")}
        >
          {say(missing > 0 ? "finish.ask" : "finish.mend")}
        </button>
        <p className="field-help">{say(missing > 0 ? "finish.about" : "finish.mend.about")}</p>
      </>
    );
  if (step === "searching" || step.status !== "answer")
    return (
      <>
        <p role="status">{say(step === "searching" ? "finish.waiting" : "finish.failed")}</p>
        <button type="button" className="link-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </>
    );
  const show = (found: FoundPlan): void =>
    set(asDeadEnd(proposal.draft, found) ? undefined : { status: "answer", step: found });
  return <Found offer={step} missing={missing} draft={proposal.draft} leave={leave} show={show} />;
}

/** Asks for the plan finished, and hears what is found. */
function useFinish(proposal: Proposal | undefined, unitBand: Uint32Array | undefined) {
  const store = useStore();
  const workers = useWorkers();
  const set = (finish: "searching" | Finishing | undefined): void => {
    if (proposal) store.dispatch({ kind: "asked", draft: proposal.draft, change: { finish } });
  };
  const ask = (places: "kept" | "free"): void => {
    if (!proposal || !unitBand) return;
    const { draft } = proposal;
    const figures = (step: FoundPlan): OfferFigures => offerFigures(draft, unitBand, step);
    const hear = (step: RepairStep): void => {
      const { asked } = store.state();
      if (asked?.draft !== draft || asked.finish === undefined) return;
      const end = asDeadEnd(draft, step);
      if (end) store.dispatch({ kind: "dead-end", key: deadEndKeys(proposal, unitBand, places)[end.status], end });
      set(finishingAfter(asked.finish, step, end, figures));
    };
    set("searching");
    workers.repair(
      {
        plan: toMend(draft, unitBand),
        locked: lockedPairs(draft),
        until: "proven",
        places,
      },
      hear,
    );
  };
  return { ask, set };
}

/** What is known to lead nowhere, with the places kept and without. */
function useDeadEnds(
  proposal: Proposal | undefined,
  unitBand: Uint32Array | undefined,
): Readonly<Record<"kept" | "free", DeadEnd | undefined>> {
  const deadEnds = useSelect((state) => state.deadEnds);
  return useMemo(() => {
    const of = (places: "kept" | "free"): DeadEnd | undefined => {
      if (!proposal || !unitBand || deadEnds.size === 0) return undefined;
      const keys = deadEndKeys(proposal, unitBand, places);
      return deadEnds.get(keys.impossible) ?? deadEnds.get(keys.answer);
    };
    return { kept: of("kept"), free: of("free") };
  }, [proposal, unitBand, deadEnds]);
}

interface FoundProps {
  readonly offer: Offered;
  readonly missing: number;
  readonly draft: Draft;
  readonly leave: () => void;
  readonly show: (found: FoundPlan) => void;
}

/** What is offered, and beside it what was found since. */
const Found = ({ offer, missing, draft, leave, show }: FoundProps): ReactNode => (
  <>
    <Answer offer={offer} missing={missing} leave={leave} />
    <div role="status">
      <Since draft={draft} offer={offer} onShow={show} />
    </div>
  </>
);

interface OfferedProps {
  readonly offer: Offered;
  readonly missing: number;
  readonly leave: () => void;
}

/** What was found, on the map and in words, with what it costs and leaves; nothing is offered where nothing changes. */
function Answer({ offer, missing, leave }: OfferedProps): ReactNode {
  const { step } = offer;
  const voice = useVoice();
  const { say } = voice;
  const studio = useStudio();
  const view = useSelect(caseView);
  const base = useSelect(chosenDocument);
  const taken = useMemo(() => (view && base ? finished(view, base, step.assignment) : undefined), [view, base, step]);
  useOnMap(base, taken);
  const pupils = taken ? pupilsTold(voice, taken.pupils) : "";
  const use = (): void => {
    if (taken) studio.edit(taken.changes, noteText("edit.finished", { pupils }));
  };
  useOfferKeys(taken ? "offered" : "none", use, leave);
  if (!taken || !base)
    return (
      <>
        <p role="status">{say("finish.waiting")}</p>
        <button type="button" className="link-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </>
    );
  // Whoever had no school is among those told of, and not among the painted pupils that the bound is of.
  const least =
    step.proven === "stopped" && step.least !== undefined ? pupilsTold(voice, step.least + missing) : pupils;
  const isBetween = step.apart === 0 && least !== pupils && least !== pupilsTold(voice, 0);
  return (
    <>
      <p role="status">
        {isBetween ? say("finish.between", { pupils, least }) : say(WORDS[step.proven], { pupils })}{" "}
        {isLookedFor({ status: "answer", ...offer }) && say("finish.looking")}{" "}
        {say("finish.shown", counted(voice, taken.units.length))}
      </p>
      <Comes base={base} taken={taken} />
      <div className="undo-redo">
        <button type="button" className="button button-primary small-button" onClick={use}>
          {say("finish.take")} <LetterKey letter="Enter" />
        </button>
        <button type="button" className="button button-secondary small-button" onClick={leave}>
          {say("finish.leave")} <LetterKey letter="Esc" />
        </button>
      </div>
    </>
  );
}
