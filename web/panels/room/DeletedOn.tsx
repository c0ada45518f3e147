import type { ReactNode } from "react";
import { localeOf } from "../../../src/index.ts";
import type { RoomState } from "../../state/room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** When the room goes, should nobody come back to it. */
export function DeletedOn({ room: { deletedAt } }: { readonly room: RoomState }): ReactNode {
  const { say, tell, language } = useMeetingVoice();
  if (deletedAt === undefined) return null;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long" });
  return (
    <p className="field-help">
      {tell("meet.deleted", { date: date.format(new Date(deletedAt)) })}{" "}
      <a href="privatliv.html" target="_blank" rel="noreferrer">
        {say("help.privacy")}
      </a>
    </p>
  );
}
