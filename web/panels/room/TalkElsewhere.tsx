import type { ReactNode } from "react";
import { counted } from "../../i18n/say.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { NewsCount } from "./NewsCount.tsx";
import { useNews } from "./use-news.ts";
import { useTitleOf } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** What is said of the room's other proposals: how much, how much of it is new, and the way to it. */
export function TalkElsewhere({ room }: { readonly room: RoomState }): ReactNode {
  const voice = useMeetingVoice();
  const { tell } = voice;
  const store = useStore();
  const titleOf = useTitleOf();
  const shared = useSelect(sharedProposal);
  const { talk } = useNews();
  const comments = [...room.meeting.comments.values()];
  const others = room.proposals
    .filter(({ key }) => key !== shared?.key)
    .map(({ id, key }) => ({ id, key, count: comments.filter(({ proposal }) => proposal === key).length }))
    .filter(({ count }) => count > 0);
  if (others.length === 0) return null;
  return (
    <>
      <h4>{tell("meet.talk.elsewhere")}</h4>
      <ul className="meet-people">
        {others.map(({ id, key, count }) => (
          <li key={key}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                store.dispatch({
                  kind: "choose",
                  change: { plan: { from: "own", id }, view: "plan", surface: "map" },
                })
              }
            >
              {titleOf(key)}
            </button>
            <span className="field-help">
              {tell("meet.talk.count", counted(voice, count))}
              {talk.has(key) && ` · ${tell("meet.talk.new", counted(voice, talk.get(key) ?? 0))}`}{" "}
            </span>
            <NewsCount count={talk.get(key) ?? 0} />
          </li>
        ))}
      </ul>
    </>
  );
}
