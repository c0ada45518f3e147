import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { leftBehind, pathTo, stepForward } from "../../proposals/history.ts";
import { noteOf } from "../../proposals/studio-words.ts";
import { useStudio } from "../../state/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";

/** What was done, the latest first; every step can be gone back to, and none is lost. */
export function Changes(): ReactNode {
  const { say, read } = useVoice();
  const studio = useStudio();
  const history = useSelect((state) => chosenProposal(state)?.history);
  if (!history) return null;
  const steps = pathTo(history, history.head).toReversed();
  const left = leftBehind(history);
  return (
    <section className="draw-changes">
      <h3>{say("changes.title")}</h3>
      <UndoRedo />
      {steps.length === 0 ? (
        <p className="field-help">{say("draw.unchanged")}</p>
      ) : (
        <ol reversed>
          {steps.map(({ edit }, i) => (
            <li key={edit.id} aria-current={i === 0 ? "step" : undefined}>
              {read(noteOf(edit))}
              {i === 0 ? (
                <span className="draw-here">{say("changes.here")}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => studio.goTo(edit.id)}>
                  {say("changes.back")}
                </button>
              )}
            </li>
          ))}
          <li>
            {say("changes.start")}
            <button type="button" className="link-button" onClick={() => studio.goTo(undefined)}>
              {say("changes.back")}
            </button>
          </li>
        </ol>
      )}
      {left.length > 0 && (
        <details>
          <summary>{say("changes.left")}</summary>
          <p className="field-help">{say("changes.leftText")}</p>
          <ul>
            {left.map(({ edit }) => (
              <li key={edit.id}>
                <button type="button" className="link-button" onClick={() => studio.goTo(edit.id)}>
                  {say("changes.goTo", { what: read(noteOf(edit)) })}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Always in sight while a plan is drawn. */
export function UndoRedo(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const history = useSelect((state) => chosenProposal(state)?.history);
  if (!history) return null;
  return (
    <div className="undo-redo">
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={history.head === undefined}
        onClick={studio.undo}
      >
        ↶ {say("changes.undo")}
      </button>
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={!stepForward(history)}
        onClick={studio.redo}
      >
        ↷ {say("changes.redo")}
      </button>
    </div>
  );
}
