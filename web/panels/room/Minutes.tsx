import { type ReactNode, useState } from "react";
import { historyHere } from "../../state/history-here.ts";
import { useStore } from "../../state/store.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { download } from "../download.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** All that was done in the room, as a file that needs nothing else to be read. */
export function Minutes(): ReactNode {
  const { say, tell, language } = useMeetingVoice();
  const store = useStore();
  const workers = useWorkers();
  const [isFailed, setFailed] = useState(false);
  const get = async (): Promise<void> => {
    await historyHere(store);
    const { minutesFile } = await import("../../room/minutes-file.ts");
    const file = minutesFile(store.state(), language, await workers.opened(), new Date().toISOString());
    setFailed(!file);
    if (file) download(file.name, "text/html", file.text);
  };
  return (
    <details>
      <summary>
        <h3>{tell("meet.keep")}</h3>
      </summary>
      <p className="field-help">{tell("meet.keep.text")}</p>
      <button type="button" className="button button-secondary small-button" onClick={() => void get()}>
        {tell("meet.keep.get")}
      </button>
      <p role="status" className="draw-refused">
        {isFailed && say("export.failed")}
      </p>
    </details>
  );
}
