import { type ReactNode, useState } from "react";
import type { Text } from "../../../src/index.ts";
import { download } from "../download.ts";
import { useRooms } from "./rooms-context.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** What somebody did in the room from this seat: to get as a file, and to have deleted. */
export function Own(): ReactNode {
  const { tell, read } = useMeetingVoice();
  const rooms = useRooms();
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<Text | "erased">();
  const get = async (): Promise<void> => {
    const found = await rooms.own();
    setTold("refused" in found ? found.refused : undefined);
    if ("text" in found) download(`${tell("meet.own.file")}.json`, "application/json", found.text);
  };
  const erase = async (): Promise<void> => {
    setAsked(false);
    setTold((await rooms.forget()) ?? "erased");
  };
  return (
    <details>
      <summary>
        <h3>{tell("meet.own")}</h3>
      </summary>
      <p className="field-help">{tell("meet.own.text")}</p>
      <button type="button" className="button button-secondary small-button" onClick={() => void get()}>
        {tell("meet.own.get")}
      </button>
      <p className="field-help">{tell("meet.own.erase.text")}</p>
      {isAsked ? (
        <div className="draw-links">
          <button type="button" className="button button-secondary small-button" onClick={() => void erase()}>
            {tell("meet.own.erase.sure")}
          </button>
          <button type="button" className="link-button" onClick={() => setAsked(false)}>
            {tell("meet.own.erase.no")}
          </button>
        </div>
      ) : (
        <button type="button" className="button button-secondary small-button" onClick={() => setAsked(true)}>
          {tell("meet.own.erase")}
        </button>
      )}
      <p role="status" className="field-help">
        {told === "erased" ? tell("meet.own.erased") : told && read(told)}
      </p>
    </details>
  );
}
