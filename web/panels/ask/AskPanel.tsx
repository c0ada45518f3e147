import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { unreachable } from "../../../src/index.ts";
import "../../style/ask.css";
import { askedOf, type AskedOf } from "../../ask/asked-of.ts";
import type { FormOfFile } from "../../ask/from-file.ts";
import { questionOf } from "../../ask/question.ts";
import type { OnAsk } from "../../ask/session.ts";
import { counted } from "../../i18n/say.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { faultOf } from "../../state/fault.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { textOfEdits } from "../../worker/cost-edits.ts";
import { RawFault } from "../Fault.tsx";
import { Answer } from "./Answer.tsx";
import { useAskVoice } from "./ask-voice.ts";
import { useScreenWidth } from "../screen-width.ts";
import { AskIt, Form } from "./Form.tsx";
import { Impossible } from "./Impossible.tsx";
import { Kept } from "./Kept.tsx";
import { OutOfDate } from "./OutOfDate.tsx";
import { Searching } from "./Searching.tsx";
import { session, useSession } from "./session-context.ts";
import { useArrival } from "./use-arrival.ts";
import { useSaidPairs } from "./use-now.ts";
import { useOpened } from "./use-opened.ts";

/** The optimiser asked from the page: the question in sentences, the search, and what it found. */
export function AskPanel(): ReactNode {
  const { say, ask: text, read } = useAskVoice();
  const store = useStore();
  const workers = useWorkers();
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const now = useSession();
  const { run, fromFile } = now;
  const panel = useRef<HTMLDivElement>(null);
  useArrival(now, panel);
  const said = useSaidPairs();
  const of = useMemo(() => view && chosen && askedOf(view, chosen, said), [view, chosen, said]);
  useLayoutEffect(() => {
    if (view && of)
      session.fit({
        place: view.name,
        data: view.dataHash,
        siteIds: of.context.siteIds,
        districtIds: of.context.districtIds,
      });
  }, [view, of]);
  useOpened(of);
  const width = useScreenWidth();
  const back = (): void => store.dispatch({ kind: "choose", change: { doing: chosen?.draft ? "draw" : "find" } });
  const search: OnAsk = (form, base = chosen, as = {}) => {
    if (!view || !base) return;
    const asked = base === chosen && of ? of : askedOf(view, base, said);
    const costs = textOfEdits(store.state().choice.costs);
    session.ask(workers, { form, base, costs, ...questionOf(form, asked.context) }, asked, as);
  };
  const isOpen = view !== undefined && chosen !== undefined && of !== undefined && session.isOf(view.dataHash);
  const isAsking = isOpen && run.status !== "searching" && run.status !== "answered";
  return (
    <>
      <div className="ask-panel on-paper" ref={panel}>
        <button type="button" className="link-button ask-back" onClick={back}>
          ‹ {say(chosen?.draft ? "ask.back.draw" : "draw.back")}
        </button>
        <h2 tabIndex={-1} data-arrival={run.status === "none" ? "" : undefined}>
          {say("ask.label")}
        </h2>
        {isOpen ? (
          <>
            <p className="field-help">
              {text(chosen.draft ? "ask.from.own" : "ask.from", { plan: read(chosen.plan.title) })}
            </p>
            {fromFile && <Opened {...fromFile} />}
            <Run of={of} onAsk={search} />
            {isAsking && (
              <>
                <Form of={of} onAsk={search} />
                <Kept of={of} onAsk={search} />
              </>
            )}
          </>
        ) : (
          <p role="status">{say("page.loading")}</p>
        )}
      </div>
      {/* At a desk it is in sight however long the question is, and over none of it. */}
      {isAsking && width === "wide" && (
        <div className="ask-foot">
          <AskIt />
        </div>
      )}
    </>
  );
}

/** What came of a question's file. */
function Opened({ locks, other }: FormOfFile["leftOut"]): ReactNode {
  const voice = useAskVoice();
  return (
    <div role="status">
      <p>{voice.ask("file.opened")}</p>
      {locks > 0 && <p>{voice.ask("file.locks", counted(voice, locks))}</p>}
      {other > 0 && <p>{voice.ask("file.other", counted(voice, other))}</p>}
    </div>
  );
}

/** How far the question is. */
function Run({ of, onAsk }: { readonly of: AskedOf; readonly onAsk: OnAsk }): ReactNode {
  const { ask: text } = useAskVoice();
  const { run } = useSession();
  switch (run.status) {
    case "none":
      return null;
    case "searching":
      return <Searching {...run} />;
    case "answered":
      return (
        <>
          <OutOfDate onAsk={onAsk} />
          <Answer answer={run.answer} onAsk={onAsk} />
        </>
      );
    case "impossible":
      return (
        <>
          <OutOfDate onAsk={onAsk} />
          <Impossible collision={run.collision} of={of} onAsk={onAsk} />
        </>
      );
    case "failed": {
      const { why, reason } = run;
      return (
        <div role="alert" className="ask-refused">
          <p tabIndex={-1} data-arrival="">
            {text(`failed.${why ?? askFaultOf(reason)}`, { names: reason })}
          </p>
          {why === undefined && <RawFault reason={reason} />}
        </div>
      );
    }
    default:
      return unreachable(run);
  }
}

/** A worker that answered before and now says nothing of why it broke off was not kept from starting. */
function askFaultOf(reason: string): "broken" | "memory" | "program" {
  const kind = faultOf(reason);
  return kind === "memory" || kind === "program" ? kind : "broken";
}
