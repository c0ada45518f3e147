import type { ReactNode } from "react";
import { type Draft, lockedPairs, type Text } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import type { DeadEnd } from "../../state/app-state.ts";

interface Props {
  readonly draft: Draft;
  readonly end: DeadEnd;
  /** What is known of it without the places kept. */
  readonly free: DeadEnd | undefined;
  readonly askFree: () => void;
}

/** That a plan cannot be mended any further, why, and what would change that; in place of asking for it once more. */
export function NoWayOn({ draft, end, free, askFree }: Props): ReactNode {
  const { say } = useVoice();
  if (end.status === "answer") {
    const locked = lockedPairs(draft).length > 0 ? "some" : "none";
    return (
      <p role="status">
        {say("finish.nothing", { held: end.held ?? "unknown", locked })} {say("finish.nothing.until")}
      </p>
    );
  }
  return (
    <>
      <div role="status">
        <Colliding title={say("finish.impossible")} rules={end.rules} />
      </div>
      <p className="field-help">{say("finish.impossible.until")}</p>
      {!free && (
        <button type="button" className="button button-secondary small-button" onClick={askFree}>
          {say("finish.free")}
        </button>
      )}
    </>
  );
}

/** Rules that cannot hold at once, by name. */
export function Colliding({ title, rules }: { readonly title: string; readonly rules: readonly Text[] }): ReactNode {
  const { read } = useVoice();
  return (
    <>
      <p>{title}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.da}>{read(rule)}</li>
        ))}
      </ul>
    </>
  );
}
