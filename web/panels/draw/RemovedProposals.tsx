import type { ReactNode } from "react";
import { counted, useVoice } from "../../i18n/say.ts";
import { SET_ASIDE } from "../../proposals/set-aside.ts";
import { draftedPlan } from "../../state/plans.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useSelect } from "../../state/store.ts";
import { moveFocus } from "../moved-focus.ts";
import { RowAction } from "../RowAction.tsx";
import { Thumbnail } from "../Thumbnail.tsx";
import { atTime } from "./at-time.ts";

/** When the page was opened, ISO 8601. */
const OPENED = new Date(performance.timeOrigin).toISOString();

/** Milliseconds that something has been deleted just now. */
const JUST_NOW = 1000;

/** Told where whoever deletes it looks, and at hand: the row that it was deleted in may be far down the list, and is gone. */
function bringIntoSight(said: HTMLElement | null, at: string): void {
  if (!said || Date.now() - Date.parse(at) > JUST_NOW) return;
  said.scrollIntoView({ block: "nearest" });
  const back = said.querySelector("button");
  if (back) moveFocus(back);
}

/** Deleted proposals: those of this visit are told of at once, and all can be brought back for a while. */
export function RemovedProposals(): ReactNode {
  const voice = useVoice();
  const { say, read, number, language } = voice;
  const studio = useStudio();
  const removed = useSelect((state) => state.removed);
  const now = removed.filter(({ removed: at = "" }) => at >= OPENED);
  const before = removed.filter((each) => !now.includes(each)).toReversed();
  return (
    <>
      {now.map(({ id, draft, removed: at = "" }) => (
        <p key={id} role="status" ref={(said) => bringIntoSight(said, at)}>
          {say("file.deleted", { name: read(draft.plan.title) })}{" "}
          <button type="button" className="link-button" onClick={() => studio.restore(id)}>
            {say("file.restore")}
          </button>
        </p>
      ))}
      {before.length > 0 && (
        <details className="own-proposals">
          <summary>{say("own.removed", counted(voice, before.length))}</summary>
          <p className="field-help">
            {say("own.removed.about", { days: number(SET_ASIDE.days), most: number(SET_ASIDE.most) })}
          </p>
          <ul>
            {before.map(({ id, draft, removed: at = "" }) => {
              const name = read(draft.plan.title);
              return (
                <li key={id}>
                  <Thumbnail of={draftedPlan(draft)} />
                  <div>
                    <p>
                      {name} · {say("own.removed.when", { when: atTime(at, language) })}
                    </p>
                    <RowAction
                      words={say("own.bringBack")}
                      label={say("own.bringBackIt", { name })}
                      onPress={() => studio.restore(id)}
                    />
                  </div>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
