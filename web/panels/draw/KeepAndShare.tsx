import { type ReactNode, useRef, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { PassedOn } from "../../proposals/passing-on.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { Exports } from "./Exports.tsx";
import { OpenProposal } from "./OpenProposal.tsx";
import { download } from "../download.ts";

/** How a proposal is kept and passed on. */
export function KeepAndShare(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const id = useSelect((state) => chosenProposal(state)?.id);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [shared, setShared] = useState<{ readonly of: typeof draft; readonly passed: PassedOn }>();
  if (id === undefined) return null;
  const share = async (): Promise<void> => {
    const passed = await studio.passOn();
    if (passed) setShared({ of: draft, passed });
  };
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
        <button type="button" className="button button-secondary small-button" onClick={() => void save()}>
          {say("file.save")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={() => void share()}>
          {say("file.share")}
        </button>
      </div>
      {shared && shared.of === draft && <Shared passed={shared.passed} />}
      <Exports />
      <div className="draw-links">
        <button type="button" className="link-button" onClick={() => studio.duplicate()}>
          {say("file.copy")}
        </button>
        <button type="button" className="link-button" onClick={() => studio.remove(id)}>
          {say("file.delete")}
        </button>
      </div>
      <OpenProposal />
    </details>
  );
}

/** The link and the short code of the proposal as it now stands, to be copied or read aloud. */
function Shared({ passed: { link, code } }: { readonly passed: PassedOn }): ReactNode {
  const { say } = useVoice();
  return (
    <div className="draw-shared" role="status">
      {link === undefined ? <p>{say("file.tooLarge")}</p> : <Copied label={say("file.link")} value={link} />}
      {code !== undefined && <Copied label={say("file.code")} value={code} />}
    </div>
  );
}

function Copied({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  const { say } = useVoice();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not allowed, or no such thing on a plain line: the field can be copied by hand.
      field.current?.select();
    }
  };
  return (
    <label className="draw-copied">
      {label}
      <input ref={field} className="form-input" readOnly value={value} onFocus={({ target }) => target.select()} />
      <button type="button" className="link-button" onClick={() => void copy()}>
        {say(copied ? "file.copied" : "file.copyIt")}
      </button>
    </label>
  );
}
