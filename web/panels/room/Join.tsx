import { type ReactNode, useState } from "react";
import {
  conflictKey,
  type JoinChoices,
  type JoinConflict,
  type Joined,
  nearestFive,
  type Whose,
  gradesInWords,
} from "../../../src/index.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { counted } from "../../i18n/say.ts";
import { historyHere } from "../../state/history-here.ts";
import { caseView, gradesHere } from "../../state/selectors.ts";
import type { RoomState, SharedProposal } from "../../state/room.ts";
import { schoolsInView } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { joinedNote } from "../../room/room-words.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useTitleOf } from "./use-room.ts";
import { goToNew } from "./go-to-new.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
  /** The one in view. */
  readonly first: SharedProposal;
}

/** The proposal in view and another as one that keeps most of both: what they disagree on is said before it is put into the room. */
export function Join({ room, first }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const store = useStore();
  const titleOf = useTitleOf();
  const others = room.proposals.filter(({ key }) => key !== first.key);
  const [second, setSecond] = useState("");
  const [found, setFound] = useState<Joined | "apart">();
  const other = others.find(({ key }) => key === second) ?? others[0];
  const [choices, setChoices] = useState<JoinChoices>(new Map());
  const look = async (chosen: JoinChoices): Promise<void> => {
    setChoices(chosen);
    await historyHere(store);
    const state = store.state();
    const view = caseView(state);
    const [one, two] = [first, other].map(({ id }) => state.proposals?.get(id));
    if (!view || !one || !two) return;
    const { joinTwo } = await import("../../room/join-two.ts");
    setFound(joinTwo(view, one, two, chosen) ?? "apart");
  };
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{tell("meet.join")}</summary>
      <div className="room-form">
        <label>
          {tell("meet.join.with")}
          <select
            className="form-select"
            value={second}
            onChange={({ target }) => {
              setSecond(target.value);
              setFound(undefined);
            }}
          >
            {others.map(({ key }) => (
              <option key={key} value={key}>
                {titleOf(key)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button button-secondary small-button" onClick={() => void look(new Map())}>
          {tell("meet.join.look")}
        </button>
        {found === "apart" && <p className="draw-refused">{tell("meet.join.apart")}</p>}
        {typeof found === "object" && (
          <Found
            joined={found}
            of={[first, other]}
            names={[first, other].map(({ key }) => titleOf(key))}
            onChoose={(conflict, whose) => void look(new Map([...choices, [conflictKey(conflict), whose]]))}
          />
        )}
      </div>
    </details>
  );
}

interface FoundProps {
  readonly joined: Joined;
  /** The first and the second, and what they are called. */
  readonly of: readonly SharedProposal[];
  readonly names: readonly string[];
  readonly onChoose: (conflict: JoinConflict, whose: Whose) => void;
}

function Found({ joined, of, names, onChoose }: FoundProps): ReactNode {
  const { tell, number } = useMeetingVoice();
  const rooms = useRooms();
  const store = useStore();
  const put = async (title: string): Promise<void> => {
    const { proposals } = store.state();
    const { withReasons } = await import("../../room/join-two.ts");
    const two = of.map(({ id }, i) => ({ name: names[i], reason: proposals?.get(id)?.draft.reason ?? "" }));
    const more = { joins: of[1].key, changes: withReasons(joined, two), note: joinedNote(names) };
    const key = await rooms.propose(title, more);
    if (key !== undefined) goToNew("proposal", key);
  };
  return (
    <>
      <div role="status">
        <p>
          {tell(joined.isProven ? "meet.join.kept" : "meet.join.keptUnproven", {
            kept: number(nearestFive(joined.kept)),
            of: number(nearestFive(joined.of)),
          })}
        </p>
        <p>{tell(joined.conflicts.length === 0 ? "meet.join.none" : "meet.join.some")}</p>
      </div>
      <ul className="meet-conflicts">
        {joined.conflicts.map((conflict) => (
          <li key={`${conflictKey(conflict)} ${conflict.keeps}`}>
            <Conflict conflict={conflict} names={names} onChoose={(whose) => onChoose(conflict, whose)} />
          </li>
        ))}
      </ul>
      <OneField
        field={`joined ${of.map(({ id }) => id).join(" ")}`}
        summary={tell("meet.join.put")}
        label={tell("meet.new.name")}
        words={tell("meet.new.do")}
        help={tell("meet.join.after")}
        maxLength={ROOM_LIMITS.title}
        onGo={(title) => void put(title)}
      />
    </>
  );
}

const BOTH = ["first", "second"] as const satisfies readonly Whose[];

interface ConflictProps {
  readonly conflict: JoinConflict;
  readonly names: readonly string[];
  readonly onChoose: (whose: Whose) => void;
}

/** What the two disagree on, and which of them the joined one is to be like. */
function Conflict({ conflict, names, onChoose }: ConflictProps): ReactNode {
  const { tell } = useMeetingVoice();
  const words = useWords()(conflict);
  return (
    <>
      <p>{words}</p>
      <div className="meet-line" role="group" aria-label={words}>
        {BOTH.map((whose, i) => (
          <button
            key={whose}
            type="button"
            className="button button-secondary small-button"
            aria-pressed={conflict.keeps === whose}
            onClick={() => onChoose(whose)}
          >
            {tell("meet.join.as", { name: names[i] })}
          </button>
        ))}
      </div>
    </>
  );
}

function useWords(): (conflict: JoinConflict) => string {
  const voice = useMeetingVoice();
  const grades = useSelect(gradesHere);
  const { tell, read } = voice;
  const schools = useSelect(schoolsInView);
  const nameOf = (id: string): string => schools.find((school) => school.id === id)?.name ?? id;
  return (conflict) => {
    switch (conflict.kind) {
      case "school":
        return tell(conflict.isOpen ? "meet.join.open" : "meet.join.closed", {
          school: nameOf(conflict.site),
          band: read(gradesInWords(grades.bands[conflict.band].key)),
        });
      case "areas":
        return tell("meet.join.areas", {
          ...counted(voice, conflict.areas),
          band: read(gradesInWords(grades.bands[conflict.band].key)),
        });
      case "places":
      case "district":
      case "position":
        return tell(`meet.join.${conflict.kind}`, { school: nameOf(conflict.site) });
      case "name":
        return tell("meet.join.name");
      default:
        return conflict satisfies never;
    }
  };
}
