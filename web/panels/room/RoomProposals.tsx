import type { ReactNode } from "react";
import { COUNCIL_NAMES, saidIn, type Version } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { chosenProposal, sharedProposal } from "../../state/chosen.ts";
import { pagePlan } from "../../state/plans.ts";
import { PUT_IN } from "../../room/room-words.ts";
import type { RoomState, SharedProposal } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { PinAction } from "../PinButton.tsx";
import { Thumbnail } from "../Thumbnail.tsx";
import { goToNew } from "./go-to-new.ts";
import { Join } from "./Join.tsx";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { seatName, useTitleOf } from "./use-room.ts";
import { type MeetingVoice, useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** Every proposal that is drawn in the room, and the ways to one more. */
export function RoomProposals({ room }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const rooms = useRooms();
  const store = useStore();
  const shared = useSelect(sharedProposal);
  const hasOwn = useSelect((state) => chosenProposal(state) !== undefined);
  const propose = async (title: string): Promise<void> => {
    const key = await rooms.propose(title);
    if (key === undefined) return;
    store.dispatch({ kind: "outcome", outcome: { kind: "done", lines: [PUT_IN] } });
    goToNew("proposal", key);
  };
  return (
    <section aria-labelledby="meet-proposals">
      <h3 id="meet-proposals">{tell("meet.proposals")}</h3>
      <ul className="meet-proposals">
        {room.proposals.map((proposal) => (
          <Row key={proposal.key} room={room} proposal={proposal} isInView={proposal.key === shared?.key} />
        ))}
      </ul>
      {mayDo(room.role, "propose") && hasOwn && (
        <OneField
          field={`proposal ${room.seat}`}
          summary={tell(shared ? "meet.new" : "meet.new.own")}
          label={tell("meet.new.name")}
          words={tell("meet.new.do")}
          maxLength={120}
          onGo={(title) => void propose(title)}
        />
      )}
      {mayDo(room.role, "propose") && shared && <Join key={shared.key} room={room} first={shared} />}
      {mayDo(room.role, "propose") && shared && (
        <OneField
          field={`version ${shared.id}`}
          summary={tell("meet.version")}
          label={tell("meet.version.name")}
          words={tell("meet.version.give")}
          maxLength={120}
          onGo={(name) => rooms.act({ kind: "version", proposal: shared.key, name })}
        />
      )}
    </section>
  );
}

/** Whose copy a proposal is, or of which two it was joined. */
function originWords(
  tell: MeetingVoice["tell"],
  titleOf: (key: string) => string,
  from: Version,
  joins: Version | undefined,
): string {
  const first = titleOf(from.proposal);
  return joins
    ? tell("meet.proposal.joined", { first, second: titleOf(joins.proposal) })
    : tell("meet.proposal.copy", { of: first });
}

interface RowProps extends Props {
  readonly proposal: SharedProposal;
  readonly isInView: boolean;
}

function Row({ room, proposal: { id, key }, isInView }: RowProps): ReactNode {
  const voice = useMeetingVoice();
  const { say, tell, read, language } = voice;
  const store = useStore();
  const titleOf = useTitleOf();
  const title = useSelect((state) => state.proposals?.get(id)?.draft.plan.title) ?? "";
  const plan = useSelect((state) => pagePlan(state, { from: "own", id }));
  const known = room.meeting.proposals.get(key);
  const table = [...room.meeting.tables.values()].find((each) => each.proposal === key);
  const begun = known && room.people.some((person) => person.id === known.by) && known.by;
  const said = [
    ...(begun ? [tell("meet.proposal.by", { name: seatName(voice, room, begun) })] : []),
    ...(known?.from ? [originWords(tell, titleOf, known.from, known.joins)] : []),
    ...(table ? [tell("meet.proposal.table", { table: table.name })] : []),
    ...(known?.frozen ? [tell("meet.proposal.frozen")] : []),
    ...(known?.frozen?.states
      .slice(-1)
      .map(({ state, text }) => [read(COUNCIL_NAMES[state]), text].filter(Boolean).join(": ")) ?? []),
    ...(known?.versions.slice(-1).map(({ name }) => say("page.quoted", { name })) ?? []),
  ];
  const name = saidIn(title, language);
  return (
    <li id={`proposal-${key}`}>
      {plan && <Thumbnail of={plan} />}
      <button
        type="button"
        className="link-button printed-name"
        aria-label={tell("meet.proposal.open", { title: name })}
        aria-current={isInView || undefined}
        onClick={() =>
          store.dispatch({
            kind: "choose",
            change: { plan: { from: "own", id }, view: "plan", surface: "map" },
          })
        }
      >
        {name}
      </button>
      {plan && <PinAction plan={plan} name={name} />}
      <span className="field-help">{[...(isInView ? [tell("meet.proposal.here")] : []), ...said].join(" · ")}</span>
    </li>
  );
}
