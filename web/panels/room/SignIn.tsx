import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { Offer } from "../../room/offer.ts";
import { useRooms } from "./rooms-context.ts";

/** The way to a room of one's own for planners, where their employer's service says who they are; and the way out again. */
export function SignIn({ offer: { mayMake, signIn } }: { readonly offer: Offer }): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  if (signIn === "offered" && !mayMake) return <a href="sign-in">{say("room.signIn")}</a>;
  if (signIn !== "done") return null;
  return (
    <button type="button" className="link-button" onClick={() => void rooms.signOut()}>
      {say("room.signOut")}
    </button>
  );
}
