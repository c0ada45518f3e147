import { type ReactNode, useEffect, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useRooms } from "./rooms-context.ts";

/** The way to a room of one's own for planners, where their employer's service says who they are; and the way out again. */
export function SignIn({ mayMake }: { readonly mayMake: boolean }): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  const [is, setIs] = useState<"offered" | "done">();
  useEffect(() => {
    void rooms.signIn().then(setIs);
  }, [rooms]);
  if (is === "offered" && !mayMake) return <a href="sign-in">{say("room.signIn")}</a>;
  if (is !== "done") return null;
  return (
    <button type="button" className="link-button" onClick={() => void rooms.signOut()}>
      {say("room.signOut")}
    </button>
  );
}
