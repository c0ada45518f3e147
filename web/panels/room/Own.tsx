import { type ReactNode, useState } from "react";
import type { Text } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { download } from "../download.ts";
import { useRooms } from "./rooms-context.ts";

/** What somebody did in the room from this seat: to get as a file, and to have deleted. */
export function Own(): ReactNode {
  const { say, read } = useVoice();
  const rooms = useRooms();
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<Text | "erased">();
  const get = async (): Promise<void> => {
    const found = await rooms.own();
    setTold("refused" in found ? found.refused : undefined);
    if ("text" in found) download(`${say("meet.own.file")}.json`, "application/json", found.text);
  };
  const erase = async (): Promise<void> => {
    setAsked(false);
    setTold((await rooms.forget()) ?? "erased");
  };
  return (
    <details>
      <summary>
        <h3>{say("meet.own")}</h3>
      </summary>
      <p className="field-help">{say("meet.own.text")}</p>
      <button type="button" className="button button-secondary small-button" onClick={() => void get()}>
        {say("meet.own.get")}
      </button>
      <p className="field-help">{say("meet.own.erase.text")}</p>
      {isAsked ? (
        <div className="draw-links">
          <button type="button" className="button button-secondary small-button" onClick={() => void erase()}>
            {say("meet.own.erase.sure")}
          </button>
          <button type="button" className="link-button" onClick={() => setAsked(false)}>
            {say("meet.own.erase.no")}
          </button>
        </div>
      ) : (
        <button type="button" className="button button-secondary small-button" onClick={() => setAsked(true)}>
          {say("meet.own.erase")}
        </button>
      )}
      <p role="status" className="field-help">
        {told === "erased" ? say("meet.own.erased") : told && read(told)}
      </p>
    </details>
  );
}
