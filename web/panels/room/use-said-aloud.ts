import { useEffect, useEffectEvent, useRef, useState } from "react";
import { STAGE_NAMES } from "../../../src/index.ts";
import type { ActEntry } from "../../../src/protocol/room.ts";
import { useVoice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { useTitleOf } from "./use-room.ts";

/** What others have just done, in words to be read aloud; nothing of what was done before one came. */
export function useSaidAloud({ acts, meeting, seat, number }: RoomState): string {
  const { say, read } = useVoice();
  const titleOf = useTitleOf();
  const came = useSelect(({ roomLook }) => roomLook.read.came);
  const heard = useRef(0);
  const [said, setSaid] = useState("");
  const wordsOf = ({ act }: ActEntry): string | undefined => {
    if (act.kind === "stage")
      return `${read(STAGE_NAMES[act.stage ?? "none"])}. ${say(`meet.now.${act.stage ?? "none"}`)}`;
    if (act.kind === "pause") return say(act.on ? "meet.paused" : `meet.now.${meeting.stage ?? "none"}`);
    if (act.kind === "vote") return say("now.said.vote", { title: act.title });
    if (act.kind === "close") return say("now.said.close", { title: meeting.votes.get(act.vote)?.title ?? "" });
    if (act.kind === "comment" || act.kind === "proposal" || act.kind === "freeze")
      return say(`now.said.${act.kind}`, { title: titleOf(act.proposal) });
    return undefined;
  };
  const tell = useEffectEvent((): void => {
    const since = Math.max(heard.current, came);
    heard.current = number;
    const words = acts
      .filter((entry) => entry.number > since && entry.by !== seat)
      .flatMap((entry) => wordsOf(entry) ?? []);
    if (words.length > 0) setSaid(words.join(" "));
  });
  useEffect(() => {
    if (number > 0 && came > 0) tell();
  }, [number, came]);
  return said;
}
