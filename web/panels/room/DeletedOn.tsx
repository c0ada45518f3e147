import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";

/** When the room goes, should nobody come back to it. */
export function DeletedOn({ room: { deletedAt } }: { readonly room: RoomState }): ReactNode {
  const { say, language } = useVoice();
  if (deletedAt === undefined) return null;
  const date = new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { dateStyle: "long" });
  return (
    <p className="field-help">
      {say("meet.deleted", { date: date.format(new Date(deletedAt)) })}{" "}
      <a href="privatliv.html" target="_blank" rel="noreferrer">
        {say("help.privacy")}
      </a>
    </p>
  );
}
