import { type ReactNode, useEffect, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { PassedOn } from "../../proposals/passing-on.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { OpenProposal } from "./OpenProposal.tsx";
import { Copied } from "../Copied.tsx";
import { download } from "../download.ts";
import { later } from "../later.tsx";
import { ONCE } from "../once.ts";

const PaperProposal = later(async () => (await import("./PaperProposal.tsx")).PaperProposal, "said");

/** What it takes comes only once somebody unfolds it. */
function Paper(): ReactNode {
  const { say } = useVoice();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("paper.title")}</summary>
      {isOpen && <PaperProposal />}
    </details>
  );
}

/** How a proposal is kept and passed on. */
export function KeepAndShare(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const id = useSelect((state) => chosenProposal(state)?.id);
  const { shared, share } = useShared();
  if (id === undefined) return null;
  const save = async (): Promise<void> => {
    const passed = await studio.passOn();
    if (passed) download(passed.file.name, "application/json", passed.file.text);
  };
  return (
    <details className="draw-file" id="draw-keep" open={studio.keeps !== "all"}>
      <summary>
        <h3>{say("file.title")}</h3>
      </summary>
      <p className="field-help">{say(studio.keeps === "all" ? "file.kept" : "file.notKept")}</p>
      <div className="draw-links">
        <button type="button" className="button button-secondary small-button" onClick={() => void save()} {...ONCE}>
          {say("file.save")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={() => void share()}>
          {say("file.share")}
        </button>
      </div>
      {shared && <Shared shared={shared} />}
      <div className="draw-links">
        <button type="button" className="link-button" onClick={() => studio.duplicate()} {...ONCE}>
          {say("file.copy")}
        </button>
        <button type="button" className="link-button" onClick={() => studio.remove(id)}>
          {say("file.delete")}
        </button>
      </div>
      <OpenProposal title="open.title" />
      <Paper />
    </details>
  );
}

/** What is shared, and whether it is the proposal as it now stands. */
interface Shared {
  readonly passed: PassedOn;
  readonly is: "first" | "renewed" | "outdated";
}

/** So long a proposal rests before its link is made anew, milliseconds: not at every stroke. */
const REST = 400;

/** The proposal as others get it: once it is shared, always as it now stands, also where a repair completes it only later. */
function useShared(): { readonly shared: Shared | undefined; readonly share: () => Promise<void> } {
  const studio = useStudio();
  const id = useSelect((state) => chosenProposal(state)?.id);
  const history = useSelect((state) => chosenProposal(state)?.history);
  const [made, setMade] = useState<{ readonly id: typeof id; readonly of: typeof history } & Shared>();
  const current = made?.id === id ? made : undefined;
  const isOutdated = current !== undefined && current.of !== history;
  useEffect(() => {
    if (!isOutdated) return undefined;
    let isWanted = true;
    const renew = async (): Promise<void> => {
      const passed = await studio.passOn();
      if (passed && isWanted) setMade({ id, of: history, passed, is: "renewed" });
    };
    const timer = setTimeout(() => void renew(), REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [isOutdated, studio, id, history]);
  const share = async (): Promise<void> => {
    const passed = await studio.passOn();
    if (passed) setMade({ id, of: history, passed, is: "first" });
  };
  return { shared: current && { ...current, is: isOutdated ? "outdated" : current.is }, share };
}

/** The link and the short code of the proposal as it now stands, to be copied or read aloud; never those of what it was. */
function Shared({ shared: { passed, is } }: { readonly shared: Shared }): ReactNode {
  const { say, read } = useVoice();
  const { link, code, aboutCode } = passed;
  if (is === "outdated")
    return (
      <p className="draw-shared" role="status">
        {say("file.renewing")}
      </p>
    );
  return (
    <div className="draw-shared" role="status">
      {is === "renewed" && <p>{say("file.renewed")}</p>}
      {link === undefined ? <p>{say("file.tooLarge")}</p> : <Copied key={link} label={say("file.link")} value={link} />}
      {code !== undefined && <Copied key={code} label={say("file.code")} value={code} />}
      {aboutCode.length > 0 && (
        <p className="field-help">
          {aboutCode.map(read).join(" ")} {code === undefined && link !== undefined && say("file.linkInstead")}
        </p>
      )}
    </div>
  );
}
