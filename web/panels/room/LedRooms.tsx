import { type ReactNode, useState } from "react";
import type { Text } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useRooms } from "./rooms-context.ts";

/** Rooms that were led in this browser, and the way back into each; nothing where there are none. */
export function LedRooms(): ReactNode {
  const { say, read } = useVoice();
  const rooms = useRooms();
  const store = useStore();
  const led = useSelect((state) => state.ledRooms);
  const [inTheWay, setInTheWay] = useState<Text>();
  const go = async (seat: string): Promise<void> => {
    const found = await rooms.leadAgain(seat);
    setInTheWay(found);
    if (found) return;
    store.dispatch({ kind: "invited", link: undefined });
    store.dispatch({ kind: "dialog", dialog: undefined });
  };
  return (
    <>
      {led.length > 0 && (
        <section className="room-led" aria-labelledby="room-led">
          <h3 id="room-led">{say("led.title")}</h3>
          <ul className="meet-people">
            {led.map(({ seat, title, name }) => (
              <li key={seat}>
                <span>
                  {title} <span className="field-help">{name || say("room.nameless")}</span>
                </span>
                <button type="button" className="button button-primary small-button" onClick={() => void go(seat)}>
                  {say("led.go", { title, name: name || say("room.nameless") })}
                </button>
                <button type="button" className="link-button" onClick={() => rooms.forgetLed(seat)}>
                  {say("led.forget", { title })}
                </button>
              </li>
            ))}
          </ul>
          <p className="field-help">{say("led.help")}</p>
        </section>
      )}
      <p role="status" className="draw-refused">
        {inTheWay && read(inTheWay)}
      </p>
    </>
  );
}
