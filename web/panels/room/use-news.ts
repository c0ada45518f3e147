import { useMemo } from "react";
import { countNews, type News, newsOf } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { useSelect } from "../../state/store.ts";

const NONE: News = { votes: [], talk: new Map(), others: 0 };

/** What in the room one has not seen yet, and how much that is. */
export function useNews(): News & { readonly count: number } {
  const room = useSelect((state) => state.room);
  const read = useSelect(({ roomLook }) => roomLook.read);
  return useMemo(() => {
    const news = room ? newsOf({ ...room, mayVote: mayDo(room.role, "vote") }, read) : NONE;
    return { ...news, count: countNews(news) };
  }, [room, read]);
}
