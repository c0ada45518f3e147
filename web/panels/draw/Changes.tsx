import { memo, type ReactNode, useState } from "react";
import type { Edit } from "../../../src/index.ts";
import { mayDo, ROOM_ITSELF } from "../../../src/protocol/room-roles.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { stepForward, wayTo } from "../../proposals/history.ts";
import { noteOf } from "../../proposals/studio-words.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenProposal, hindranceHere, sharedProposal } from "../../state/chosen.ts";
import { isHistoryComing } from "../../state/history-here.ts";
import { useSelect } from "../../state/store.ts";
import { RowAction } from "../RowAction.tsx";
import { OneField } from "../room/OneField.tsx";
import { useRooms } from "../room/rooms-context.ts";
import { OpenPast } from "./LookBack.tsx";
import { NameStep } from "./NameStep.tsx";
import { useLookBack, usePastStep } from "./use-past.ts";
import { LeftBehind, Versions } from "./Versions.tsx";
import { ONCE } from "../once.ts";

/** As many steps are shown at once. */
const SHOWN = 30;

/** What was done, the latest first; every step can be named and gone back to, and none is lost. */
export function Changes(): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const history = useSelect((state) => chosenProposal(state)?.history);
  const people = useSelect((state) => state.room?.people);
  const isShared = useSelect((state) => sharedProposal(state) !== undefined);
  const isComing = useSelect(isHistoryComing);
  const past = usePastStep();
  const [all, setAll] = useState(false);
  const whose = (edit: Edit): string => {
    const name = people?.find(({ id }) => id === edit.by)?.name;
    const what = read(noteOf(edit));
    return name === undefined || name === "" ? what : say("room.by", { name, what });
  };
  if (!history) return null;
  const { head, names } = history;
  const steps = wayTo(history).toReversed();
  const isCounted = steps.length > 0 && !isComing;
  const seen = past?.number ?? steps.length;
  const shown = all ? steps : steps.slice(0, SHOWN);
  const standing = (number: number): StepProps["at"] =>
    past ? (number === seen ? "seen" : "unseen") : number === seen ? "here" : "elsewhere";
  const here = head === undefined ? undefined : steps[0];
  return (
    <details className="draw-changes" id="draw-changes">
      <summary>
        <h3>{isCounted ? say("changes.titleSome", counted(voice, steps.length)) : say("changes.title")}</h3>
      </summary>
      {here && !past && !isComing && <OpenPast words={say("past.openAll")} />}
      {here && !past && !isShared && !names.has(here.edit.id) && (
        <NameStep key={here.edit.id} step={here.edit.id} name="" words={say("tree.name")} label={say("tree.name")} />
      )}
      {!past && <Versions />}
      {steps.length === 0 ? (
        <p className="field-help">{say("changes.none")}</p>
      ) : (
        <ol className="draw-steps">
          {shown.map(({ edit }, i) =>
            edit.by === ROOM_ITSELF ? (
              <li key={edit.id}>{read(noteOf(edit))}</li>
            ) : (
              <StepRow
                key={edit.id}
                id={edit.id}
                number={steps.length - i}
                what={whose(edit)}
                name={names.get(edit.id)}
                at={standing(steps.length - i)}
              />
            ),
          )}
          {shown.length < steps.length && (
            <li>
              <button type="button" className="link-button" onClick={() => setAll(true)}>
                {say("tree.all", counted(voice, steps.length))}
              </button>
            </li>
          )}
          <StepRow id={undefined} number={0} what={say("changes.start")} name={undefined} at={standing(0)} />
        </ol>
      )}
      {!past && <LeftBehind />}
    </details>
  );
}

interface StepProps {
  /** None: the start. */
  readonly id: string | undefined;
  readonly what: string;
  readonly name: string | undefined;
  /** How many steps lead to it, itself included. */
  readonly number: number;
  /** "here": the proposal stands at it. "seen": it is looked back at; the others can be as well. */
  readonly at: "here" | "seen" | "unseen" | "elsewhere";
}

const StepRow = memo(function StepRow({ id, what, name, number, at }: StepProps): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const rooms = useRooms();
  const lookBack = useLookBack();
  const here = at === "here" || at === "seen";
  // In a room nobody goes back for everybody; a copy of how it was harms nobody.
  const isShared = useSelect((state) => sharedProposal(state) !== undefined);
  const mayModerate = useSelect(({ room }) => room !== undefined && mayDo(room.role, "moderate"));
  return (
    <li aria-current={here ? "step" : undefined}>
      <span>
        {name !== undefined && <strong>{name}: </strong>}
        {what}
      </span>
      {here ? (
        <span className="draw-here">{say(at === "here" ? "changes.here" : "tree.shown")}</span>
      ) : (
        <span className="draw-links">
          <RowAction words={say("past.see")} label={say("past.seeOf", { what })} onPress={() => lookBack(number)} />
          {at === "elsewhere" &&
            (isShared ? (
              <RowAction
                words={say("past.copy")}
                label={say("past.copyOf", { what })}
                onPress={() => studio.branch(id)}
                once={ONCE}
              />
            ) : (
              <RowAction
                words={say("changes.back")}
                label={say("changes.backTo", { what })}
                onPress={() => studio.goTo(id)}
              />
            ))}
          {at === "elsewhere" && id !== undefined && name === undefined && !isShared && (
            <NameStep step={id} name="" words={say("tree.nameStep")} label={say("tree.nameStepOf", { what })} />
          )}
        </span>
      )}
      {id !== undefined && mayModerate && (
        <OneField
          field={`words ${id}`}
          summary={say("meet.words")}
          label={say("meet.words.why")}
          words={say("meet.words")}
          maxLength={200}
          onGo={(reason) => rooms.act({ kind: "hide", what: { entry: id }, reason })}
        />
      )}
    </li>
  );
});

/** Always in sight while a plan is drawn. */
export function UndoRedo(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const may = useSelect((state) => (hindranceHere(state) ? "nowhere" : mayGo(state)));
  if (!may) return null;
  return (
    <div className="undo-redo">
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={may === "on" || may === "nowhere"}
        onClick={studio.undo}
      >
        ↶ {say("changes.undo")}
      </button>
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={may === "back" || may === "nowhere"}
        onClick={studio.redo}
      >
        ↷ {say("changes.redo")}
      </button>
    </div>
  );
}

/** Which ways undo and redo lead; in a room back over one's own steps alone. */
function mayGo(state: AppState): "back" | "on" | "both" | "nowhere" | undefined {
  const proposal = chosenProposal(state);
  if (!proposal) return undefined;
  const shared = sharedProposal(state);
  const back = shared ? shared.mayUndo : proposal.history.head !== undefined;
  const on = shared ? shared.mayRedo : stepForward(proposal.history) !== undefined;
  return back && on ? "both" : back ? "back" : on ? "on" : "nowhere";
}
