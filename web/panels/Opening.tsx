import "./opening.css";
import type { ReactNode } from "react";
import { shareRead } from "../../src/index.ts";
import { ownVoice } from "../i18n/own-texts.ts";
import { isImportedHere } from "../state/imported-here.ts";
import { useSelect } from "../state/store.ts";
import { useWorkers } from "../state/workers-context.ts";
import { daOpening, enOpening } from "./opening-texts.ts";
import { ProgressBar } from "./ProgressBar.tsx";

const useOpeningVoice = ownVoice({ da: daOpening, en: enOpening });

/** A case whose files take their time: what is being read, how far it is, and the way back to what was open before. */
export function Opening(): ReactNode {
  const { tell, number } = useOpeningVoice();
  const workers = useWorkers();
  const step = useSelect(({ caseState }) => (caseState.status === "loading" ? caseState.step : undefined));
  if (step === undefined) return null;
  const share = step === "ways" ? undefined : shareRead(step);
  const words =
    step === "ways"
      ? tell("opening.ways")
      : share === undefined
        ? tell("opening.file", { file: step.file })
        : tell("opening.share", { file: step.file, percent: number(100 * share, 0) });
  const backTo = workers.isAnotherOpen() ? "before" : isImportedHere() ? "own" : undefined;
  const stop = (): void => (backTo === "before" ? workers.stopOpening() : void workers.openOwnCase());
  return (
    <section className="opening-case" aria-label={tell("opening.title")}>
      <p role="status">{tell("opening.title")}</p>
      <p>{words}</p>
      <ProgressBar label={words} share={share} />
      {backTo && (
        <p>
          <button type="button" className="button button-secondary small-button" onClick={stop}>
            {tell("opening.stop")}
          </button>{" "}
          {tell(`opening.stop.${backTo}`)}
        </p>
      )}
    </section>
  );
}
