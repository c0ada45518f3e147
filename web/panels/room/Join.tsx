import { type ReactNode, useState } from "react";
import { BANDS, type JoinConflict, type Joined, nearestFive, writtenGrades } from "../../../src/index.ts";
import { counted, type Voice, useVoice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import type { RoomState, SharedProposal } from "../../state/room.ts";
import { useStore } from "../../state/store.ts";
import { joinedNote } from "../../room/room-words.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useSchools, useTitleOf } from "./use-room.ts";

interface Props {
  readonly room: RoomState;
  /** The one in view. */
  readonly first: SharedProposal;
}

/** The proposal in view and another as one that keeps most of both: what they disagree on is said before it is put into the room. */
export function Join({ room, first }: Props): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const titleOf = useTitleOf();
  const others = room.proposals.filter(({ key }) => key !== first.key);
  const [second, setSecond] = useState("");
  const [found, setFound] = useState<Joined | "apart">();
  const look = async (): Promise<void> => {
    const state = store.state();
    const view = caseView(state);
    const other = others.find(({ key }) => key === second) ?? others[0];
    const [one, two] = [first, other].map(({ id }) => state.proposals?.get(id));
    if (!view || !one || !two) return;
    const { joinTwo } = await import("../../room/join-two.ts");
    setFound(joinTwo(view, one, two) ?? "apart");
  };
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{say("meet.join")}</summary>
      <div className="room-form">
        <label>
          {say("meet.join.with")}
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
        <button type="button" className="button button-secondary small-button" onClick={() => void look()}>
          {say("meet.join.look")}
        </button>
        {found === "apart" && <p className="draw-refused">{say("meet.join.apart")}</p>}
        {typeof found === "object" && (
          <Found joined={found} names={[first.key, second || others[0].key].map(titleOf)} />
        )}
      </div>
    </details>
  );
}

interface FoundProps {
  readonly joined: Joined;
  /** Of the first and of the second. */
  readonly names: readonly string[];
}

function Found({ joined, names }: FoundProps): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const rooms = useRooms();
  const schools = useSchools();
  const nameOf = (id: string): string => schools.find((school) => school.id === id)?.name ?? id;
  return (
    <div role="status">
      <p>
        {say(joined.isProven ? "meet.join.kept" : "meet.join.keptUnproven", {
          kept: voice.number(nearestFive(joined.kept)),
          of: voice.number(nearestFive(joined.of)),
        })}
      </p>
      {joined.conflicts.length === 0 ? (
        <p>{say("meet.join.none")}</p>
      ) : (
        <ul>
          {joined.conflicts.map((conflict, i) => (
            <li key={i}>{inWords(voice, conflict, names, nameOf)}</li>
          ))}
        </ul>
      )}
      <OneField
        summary={say("meet.join.put")}
        label={say("meet.new.name")}
        words={say("meet.new.do")}
        help={say("meet.join.after")}
        maxLength={120}
        onGo={(title) => void rooms.propose(title, { changes: joined.changes, note: joinedNote(names) })}
      />
    </div>
  );
}

function inWords(
  voice: Voice,
  conflict: JoinConflict,
  names: readonly string[],
  nameOf: (id: string) => string,
): string {
  const { say, read } = voice;
  const keeps = (whose: "first" | "second"): string => names[whose === "first" ? 0 : 1];
  switch (conflict.kind) {
    case "school":
      return say(conflict.isOpen ? "meet.join.open" : "meet.join.closed", {
        school: nameOf(conflict.site),
        band: read(writtenGrades(BANDS[conflict.band].key)),
        keeps: keeps(conflict.keeps),
      });
    case "areas":
      return say("meet.join.areas", {
        ...counted(voice, conflict.areas),
        band: read(writtenGrades(BANDS[conflict.band].key)),
        keeps: keeps(conflict.keeps),
      });
    case "places":
    case "district":
    case "position":
      return say(`meet.join.${conflict.kind}`, { school: nameOf(conflict.site), keeps: names[0] });
    case "name":
      return say("meet.join.name", { keeps: names[0] });
    default:
      return conflict satisfies never;
  }
}
