import { CONCERNS, MAIN_MEASURES } from "../../../src/index.ts";
import type { Stage, VoteMethod, VoteOption } from "../../../src/protocol/room-acts.ts";
import { newId } from "../../proposals/new-id.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { goToNew } from "./go-to-new.ts";
import { useRooms } from "./rooms-context.ts";
import { useTitleOf } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** A vote that can be held as things are, with its title and all that can be voted for filled in. */
export interface VoteWay {
  readonly key: "matters" | "ranked" | "dots" | "support";
  readonly method: VoteMethod;
  readonly title: string;
  readonly options: readonly VoteOption[];
}

/** Those by which plans can be put in order afterwards stand before the others that verdicts are made of. */
const MATTERING: readonly string[] = [
  ...new Set([...CONCERNS.map(({ measure }) => measure), ...MAIN_MEASURES.map(({ key }) => key)]),
];

/** What a stage is for, the likeliest first. */
const FITTING: Readonly<Record<Stage | "none", readonly VoteWay["key"][]>> = {
  look: [],
  priorities: ["matters"],
  draw: [],
  compare: [],
  decide: ["ranked", "support"],
  none: [],
};

/** The votes that can be held now, and the one that fits the stage, if any does. */
export function useVoteWays(room: RoomState): { readonly ways: readonly VoteWay[]; readonly fitting?: VoteWay } {
  const { tell } = useMeetingVoice();
  const titleOf = useTitleOf();
  const shared = useSelect(sharedProposal);
  const { number } = room;
  const versions = room.proposals.map(({ key }): VoteOption => ({ kind: "version", proposal: key, number }));
  const ways: readonly VoteWay[] = [
    {
      key: "matters",
      method: "dots",
      title: tell("meet.vote.title.matters"),
      options: MATTERING.map((measure) => ({ kind: "measure", measure })),
    },
    ...(versions.length > 1
      ? (["ranked", "dots"] as const).map((key) => ({
          key,
          method: key,
          title: tell(`meet.vote.title.${key}`),
          options: versions,
        }))
      : []),
    ...(shared
      ? [
          {
            key: "support",
            method: "support",
            title: tell("meet.vote.title.support", { title: titleOf(shared.key) }),
            options: [{ kind: "version", proposal: shared.key, number }],
          } as const,
        ]
      : []),
  ];
  const fitting = FITTING[room.meeting.stage ?? "none"].flatMap((key) => ways.find((way) => way.key === key) ?? []);
  return { ways, ...(fitting.length > 0 && { fitting: fitting[0] }) };
}

/** Begins a vote, and goes to it. */
export function useBeginVote(): (vote: Pick<VoteWay, "method" | "title" | "options">) => void {
  const rooms = useRooms();
  return ({ method, title, options }) => {
    const vote = newId();
    rooms.act({ kind: "vote", vote, title: title.slice(0, 120), method, options: [...options] });
    goToNew("vote", vote);
  };
}
