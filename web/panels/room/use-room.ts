import { openVotes, saidIn } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted, useVoice, type Voice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";

/** What a seat is called here: its name, or that it has none; one's own is said to be. */
export function seatName({ say }: Voice, { people, seat }: RoomState, id: string): string {
  const { name = "", role } = people.find((person) => person.id === id) ?? {};
  const shown = name === "" ? say(role === "projector" ? "room.screen" : "room.nameless") : name;
  return id === seat ? say("room.you", { name: shown }) : shown;
}

/** Everybody named who is here now, a screen being nobody; in a room from a file all who were in it. */
export const peopleHere = ({ people, line }: Pick<RoomState, "people" | "line">): RoomState["people"] =>
  people.filter(({ isHere, role }) => (isHere || line === "kept") && role !== "projector");

/** What is said of the stage: of one in which there is a vote, also whether it is still to begin, is open or is over. */
export function stageWords({ meeting, acts }: Pick<RoomState, "meeting" | "acts">) {
  const stage = meeting.stage ?? "none";
  if (stage !== "priorities" && stage !== "decide") return stage;
  if (openVotes(meeting).length > 0) return `${stage}.open` as const;
  const isOver = acts.some(({ act, number }) => act.kind === "close" && number > meeting.stageNumber);
  return isOver ? (`${stage}.closed` as const) : stage;
}

/** How many have voted by now. */
export const ballotsOf = ({ counts }: RoomState, vote: string): number =>
  counts.find((each) => each.vote === vote)?.ballots ?? 0;

/** How many have voted, of how many seats that may: whoever has voted and gone still counts. */
export function votedWords(voice: Voice, room: RoomState, vote: string): string {
  const { people } = room;
  const count = ballotsOf(room, vote);
  const here = people.filter(({ isHere, role }) => isHere && mayDo(role, "vote")).length;
  return voice.say("meet.vote.count", { ...counted(voice, count), of: voice.number(Math.max(count, here)) });
}

/** What a proposal of the room's is called by now; by what the room knows it by. */
export function useTitleOf(): (key: string) => string {
  const { language } = useVoice();
  const proposals = useSelect((state) => state.proposals);
  const shared = useSelect((state) => state.room?.proposals);
  return (key) => {
    const id = shared?.find((each) => each.key === key)?.id;
    const title = id === undefined ? undefined : proposals?.get(id)?.draft.plan.title;
    return title === undefined ? key : saidIn(title, language);
  };
}
