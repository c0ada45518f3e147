import { type ReactNode, useState } from "react";
import { type CouncilState, COUNCIL_STATES } from "../../../src/protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { COUNCIL_NAMES } from "../../../src/index.ts";
import { pupilsWithoutSchool } from "../../draw/drawn.ts";
import { missingWords, problemsOf } from "../../draw/problems.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { bringIntoSight } from "../bring-into-sight.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useTitleOf } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
  /** What the room knows the proposal in view by. */
  readonly proposal: string;
}

/** Locks a proposal as it is and passes it on, with what those say who are against it; afterwards tells what came of it. */
export function Freeze({ room, proposal }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const rooms = useRooms();
  const titleOf = useTitleOf();
  const lacking = useShortcomings();
  if (room.meeting.proposals.get(proposal)?.frozen) return <Council proposal={proposal} seat={room.seat} />;
  return (
    <OneField
      field={`dissent ${room.seat} ${proposal}`}
      summary={tell("meet.freeze", { title: titleOf(proposal) })}
      label={tell("meet.freeze.dissent")}
      words={tell(lacking && lacking.length > 0 ? "meet.freeze.doAnyway" : "meet.freeze.do")}
      help={tell("meet.freeze.why")}
      maxLength={ROOM_LIMITS.text}
      mayBeEmpty
      onGo={(dissent) => rooms.act({ kind: "freeze", proposal, dissent })}
    >
      <Shortcomings lacking={lacking} />
    </OneField>
  );
}

/** What is wrong with the proposal in view, a sentence each; `undefined` until it is measured. */
function useShortcomings(): readonly string[] | undefined {
  const voice = useVoice();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const effects = useSelect(chosenEffects);
  if (!view || !draft) return undefined;
  const missing = pupilsWithoutSchool(draft, view.units.unitBand);
  const unserved = missing > 0 ? [missingWords(voice, missing)] : [];
  if (!effects) return unserved.length > 0 ? unserved : undefined;
  return [...unserved, ...problemsOf(voice, draft, effects).map(({ text }) => text)];
}

/** Said before it is locked, since nothing can be put right afterwards; it is for whoever leads to choose. */
function Shortcomings({ lacking }: { readonly lacking: readonly string[] | undefined }): ReactNode {
  const { say, tell } = useMeetingVoice();
  const store = useStore();
  if (!lacking) return <p className="field-help">{say("draw.measuring")}</p>;
  if (lacking.length === 0) return <p className="field-help">{say("draw.finished")}</p>;
  return (
    <div className="draw-status draw-unfinished">
      <p>{tell("meet.freeze.problems")}</p>
      <ul className="draw-problems">
        {lacking.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        {tell("meet.freeze.choose")}{" "}
        <button
          type="button"
          className="link-button"
          onClick={() => store.dispatch({ kind: "choose", change: { doing: "draw" } })}
        >
          {tell("meet.freeze.goBack")}
        </button>
      </p>
    </div>
  );
}

function Council({ proposal, seat }: Pick<Props, "proposal"> & { readonly seat: string }): ReactNode {
  const { say, tell, read } = useMeetingVoice();
  const rooms = useRooms();
  const titleOf = useTitleOf();
  const [state, setState] = useState<CouncilState>("received");
  return (
    <>
      <p role="status">
        {tell("meet.freeze.done", { title: titleOf(proposal) })}{" "}
        <button type="button" className="link-button" onClick={toPapers}>
          {say("council.page")}
        </button>
      </p>
      <OneField
        field={`council ${seat} ${proposal}`}
        summary={tell("meet.council")}
        label={tell("meet.council.text")}
        words={tell("meet.council.do")}
        maxLength={ROOM_LIMITS.text}
        mayBeEmpty
        onGo={(text) => rooms.act({ kind: "council", proposal, state, text })}
      >
        <label>
          {tell("meet.council.state")}
          <select
            className="form-select"
            value={state}
            onChange={({ target }) => {
              const chosen = COUNCIL_STATES.find((each) => each === target.value);
              if (chosen) setState(chosen);
            }}
          >
            {COUNCIL_STATES.map((each) => (
              <option key={each} value={each}>
                {read(COUNCIL_NAMES[each])}
              </option>
            ))}
          </select>
        </label>
      </OneField>
    </>
  );
}

/** To where the page for the council is got, higher up in the panel. */
function toPapers(): void {
  const papers = document.getElementById("council-papers");
  if (!papers) return;
  bringIntoSight(() => papers);
  papers.parentElement?.querySelector("button")?.focus({ preventScroll: true });
}
