import { type ReactNode, useMemo } from "react";
import { finished, pupilsTold } from "../../ask/finished.ts";
import { lockedPairs } from "../../../src/index.ts";
import { toMend } from "../../draw/drawn.ts";
import { noteText } from "../../draw/notes.ts";
import { useOfferKeys } from "../../draw/use-offer-keys.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenDocument, chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { RepairStep } from "../../worker/messages.ts";
import { Comes, useOnMap } from "./FinishComes.tsx";
import { LetterKey } from "./LetterKey.tsx";

const WORDS = { quick: "finish.quick", optimal: "finish.proven", stopped: "finish.stopped" } as const;

/** The plan finished around what is locked: offered, and taken only on a yes. */
export function Finish({ missing }: { readonly missing: number }): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const workers = useWorkers();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const step = useSelect(({ asked }) => asked?.finish);
  if (!view || !draft) return null;
  const set = (finish: typeof step): void => store.dispatch({ kind: "asked", draft, change: { finish } });
  const ask = (places: "kept" | "free"): void => {
    set("searching");
    workers.repair(
      {
        plan: toMend(draft, view.units.unitBand),
        locked: lockedPairs(draft),
        until: "proven",
        places,
        before: draft.start.assignment,
        districtsBefore: draft.start.districts,
      },
      set,
    );
  };
  const leave = (): void => set(undefined);
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
  if (step === "searching" || step.status === "failed")
    return (
      <>
        <p role="status">{say(step === "searching" ? "finish.waiting" : "finish.failed")}</p>
        <button type="button" className="link-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </>
    );
  if (step.status === "impossible")
    return (
      <>
        <p role="status">{say("finish.impossible")}</p>
        <ul>
          {step.rules.map((rule) => (
            <li key={rule.da}>{read(rule)}</li>
          ))}
        </ul>
        <button type="button" className="button button-secondary small-button" onClick={() => ask("free")}>
          {say("finish.free")}
        </button>
        <button type="button" className="link-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </>
    );
  return <Offered step={step} missing={missing} leave={leave} />;
}

type Found = Extract<RepairStep, { status: "answer" }>;

interface OfferedProps {
  readonly step: Found;
  readonly missing: number;
  readonly leave: () => void;
}

/** What was found, on the map and in words, with what it costs and leaves; nothing is offered where nothing changes. */
function Offered({ step, missing, leave }: OfferedProps): ReactNode {
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
        <p role="status">{say(step.proven === "quick" ? "finish.waiting" : "finish.nothing")}</p>
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
