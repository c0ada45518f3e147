import { type ReactNode, useEffect, useState } from "react";
import { roundedCell } from "../../../src/index.ts";
import { lockedPairs, pupilsMoved, toMend, towards } from "../../draw/drawn.ts";
import { noteText } from "../../draw/notes.ts";
import { useVoice } from "../../i18n/say.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import type { RepairStep } from "../../worker/messages.ts";

const WORDS = { quick: "finish.quick", optimal: "finish.proven", stopped: "finish.stopped" } as const;

/** The plan finished around what is locked: offered, and taken only on a yes. */
export function Finish({ missing }: { readonly missing: number }): ReactNode {
  const { say, read, cell } = useVoice();
  const workers = useWorkers();
  const studio = useStudio();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [asked, setAsked] = useState<{ readonly draft: typeof draft; readonly step?: RepairStep }>();
  const { stopRepair } = workers;
  // What was offered is for the plan as it was.
  const offered = asked && asked.draft === draft ? asked : undefined;
  useEffect(() => stopRepair, [stopRepair]);
  if (!view || !draft) return null;
  const ask = (places: "kept" | "free"): void => {
    setAsked({ draft });
    workers.repair(
      {
        plan: toMend(draft, view.units.unitBand),
        locked: lockedPairs(draft),
        until: "proven",
        places,
        before: draft.start.assignment,
      },
      (step) => setAsked({ draft, step }),
    );
  };
  const leave = (): void => {
    stopRepair();
    setAsked(undefined);
  };
  if (!offered)
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
  const { step } = offered;
  if (!step || step.status === "failed")
    return (
      <>
        <p role="status">{step ? say("finish.failed") : say("finish.waiting")}</p>
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
  const moved = pupilsMoved(view.units.unitBand, draft.plan.assignment, step.assignment);
  const changes = towards(draft, step.assignment, view.units.unitBand);
  const pupils = cell(roundedCell(moved));
  // Whoever had no school is among those told of, and not among the painted pupils that the bound is of.
  const least = step.proven === "stopped" && step.least !== undefined ? roundedCell(step.least + missing) : undefined;
  const isBetween = least !== undefined && step.apart === 0 && cell(least) !== pupils;
  const words = isBetween ? say("finish.between", { pupils, least: cell(least) }) : say(WORDS[step.proven], { pupils });
  if (changes.length === 0 && step.proven !== "quick")
    return (
      <>
        <p role="status">{say("finish.nothing")}</p>
        <button type="button" className="link-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </>
    );
  return (
    <>
      <p role="status">
        {words} {(step.apart ?? 0) > 0 && say("finish.apart")}
      </p>
      <div className="undo-redo">
        <button
          type="button"
          className="button button-primary small-button"
          onClick={() => studio.edit(changes, noteText("edit.finished", { pupils }))}
        >
          {say("finish.take")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={leave}>
          {say("finish.leave")}
        </button>
      </div>
    </>
  );
}
