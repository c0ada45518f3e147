import { type ReactNode, useState } from "react";
import type { Published } from "../../../src/index.ts";
import { fileName } from "../../proposals/studio-words.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { historyHere } from "../../state/history-here.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useWorkers } from "../../state/workers-context.ts";
import type { PaperKind } from "../../worker/paper-messages.ts";
import { TABLE_FILES, type TableFile } from "../../worker/tables-messages.ts";
import { download } from "../download.ts";
import { type ExportKind, exportPlan, EXPORTS } from "./exports.ts";
import { Dissents } from "./Dissents.tsx";
import { useHandOutVoice } from "./hand-out-voice.ts";
import { Work, type WorkStep } from "./work.ts";

const PAPERS: readonly PaperKind[] = ["page", "word", "figures", "check"];

type Doing = "ready" | "working" | "done" | "stopped" | "failed" | "notOpen";

/** Where what is going on is told: below the buttons that were pressed. */
type Part = "paper" | "tables" | "other" | "case";

const doingKey = (doing: Exclude<Doing, "ready" | "failed">, step: WorkStep | undefined) =>
  doing === "working" && step ? (`handOut.doing.${step.of}` as const) : (`handOut.${doing}` as const);

/** Once, when it comes. */
const intoSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });

/** All that can be saved and printed of the plan in view, whichever way it came: the council's paper, maps, tables, the page itself. */
export function HandOut(): ReactNode {
  const voice = useHandOutVoice();
  const { say, tell, language } = voice;
  const store = useStore();
  const workers = useWorkers();
  const [doing, setDoing] = useState<Doing>("ready");
  const isDrawn = useSelect((state) => chosenProposal(state) !== undefined);
  const hasDates = useSelect((state) => caseView(state)?.grades.law.kind === "danish");
  const [step, setStep] = useState<WorkStep>();
  const [stopper, setStopper] = useState<AbortController>();
  const [part, setPart] = useState<Part>("paper");
  const [published, setPublished] = useState<Published>();
  const [dissents, setDissents] = useState<ReadonlySet<string>>(new Set());
  const run = async (pressed: Part, make: (work: Work) => Promise<Doing>): Promise<void> => {
    setPart(pressed);
    const started = new AbortController();
    const { signal } = started;
    setStopper(started);
    setStep(undefined);
    setDoing("working");
    setDoing(await make(new Work(signal, setStep)).catch((): Doing => (signal.aborted ? "stopped" : "failed")));
  };
  const givePaper = async (kind: PaperKind, work: Work): Promise<Doing> => {
    await historyHere(store);
    const { councilPaper } = await import("./council-paper.ts");
    const from = workers.handOver();
    if (!from) return "notOpen";
    const state = store.state();
    const made = await councilPaper(kind, state, from, { language, dissents }, work);
    if (!made) return "failed";
    const name = `${fileName(made.title)}-${tell("handOut.fileName")}`;
    download(
      kind === "check" ? `${name}.${tell("handOut.checkName")}.json` : `${name}.${made.end}`,
      made.type,
      made.content,
    );
    return "done";
  };
  const giveTables = async (kind: TableFile, work: Work): Promise<Doing> => {
    const { tablesOfView } = await import("./tables-of-view.ts");
    const from = workers.handOver();
    if (!from) return "notOpen";
    const made = await tablesOfView(kind, store.state(), from, language, work);
    if (!made) return "failed";
    download(`${fileName(made.title)}-${tell(`handOut.${kind}Name`)}.${made.end}`, made.type, made.content);
    return "done";
  };
  const givePublished = async (work: Work): Promise<Doing> => {
    const view = caseView(store.state());
    if (!view) return "notOpen";
    setPublished(undefined);
    const { publishedZip } = await import("./publish.ts");
    await work.begin({ of: "file" });
    const made = await publishedZip(await workers.caseFiles(), work.signal);
    download(`${fileName(view.name)}-${tell("handOut.publishedName")}.zip`, "application/zip", made.zip);
    setPublished(made.published);
    return "done";
  };
  const giveExport = async (kind: ExportKind): Promise<Doing> => {
    await exportPlan(kind, store, voice);
    return "ready";
  };
  const button = (key: string, label: string, press: () => void): ReactNode => (
    <button
      key={key}
      type="button"
      className="button button-secondary small-button"
      // It keeps the keys while it works, and does nothing then.
      aria-disabled={doing === "working"}
      onClick={() => doing !== "working" && press()}
    >
      {label}
    </button>
  );
  const status = (where: Part): ReactNode => {
    const is = part === where ? doing : "ready";
    return (
      <>
        <p role="status" className={is === "failed" ? "draw-refused" : undefined}>
          {is === "failed" ? say("export.failed") : is !== "ready" && tell(doingKey(is, step), { ...step })}
        </p>
        {is === "working" && step && (
          <button
            ref={intoSight}
            type="button"
            className="button button-secondary small-button"
            onClick={() => stopper?.abort()}
          >
            {tell("handOut.stop")}
          </button>
        )}
      </>
    );
  };
  return (
    <>
      <h4>{tell("handOut.paper")}</h4>
      <p className="field-help">{tell("handOut.paperText", { dates: hasDates ? "some" : "none" })}</p>
      <Dissents chosen={dissents} onChoose={setDissents} />
      <div className="draw-links">
        {PAPERS.map((kind) =>
          button(kind, tell(`handOut.${kind}`), () => void run("paper", (work) => givePaper(kind, work))),
        )}
      </div>
      {status("paper")}
      <p className="field-help">{tell("handOut.checkText")}</p>
      <h4>{tell("handOut.tables")}</h4>
      <p className="field-help">{tell("handOut.tablesText")}</p>
      <div className="draw-links">
        {TABLE_FILES.map((kind) =>
          button(kind, tell(`handOut.${kind}`), () => void run("tables", (work) => giveTables(kind, work))),
        )}
      </div>
      {status("tables")}
      <h4>{tell("handOut.other")}</h4>
      <p className="field-help">{tell("handOut.otherText")}</p>
      <div className="draw-links">
        {EXPORTS.filter((kind) => kind !== "plan" || isDrawn).map((kind) =>
          button(kind, say(`export.${kind}`), () => void run("other", () => giveExport(kind))),
        )}
        {button("print", tell("handOut.print"), () => window.print())}
      </div>
      {status("other")}
      <h4>{tell("handOut.published")}</h4>
      <p className="field-help">{tell("handOut.publishedText")}</p>
      <div className="draw-links">
        {button("publish", tell("handOut.publish"), () => void run("case", givePublished))}
      </div>
      {status("case")}
      {published && part === "case" && doing === "done" && (
        <p>{tell("handOut.publishedIs", { from: published.from, areas: published.areas, ...published.sums })}</p>
      )}
    </>
  );
}
