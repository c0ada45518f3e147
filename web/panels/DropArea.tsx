import { type DragEvent, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { useVoice } from "../i18n/say.ts";
import { readDropped } from "../state/case-files.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { useWorkers } from "../state/workers-context.ts";

const PROPOSAL = /^\s*\{[^{}]{0,200}"skoledistrikt-proposal"/;

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** The page as a place to drop files on, with what is said about dropping and about the network. */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useVoice();
  const workers = useWorkers();
  const studio = useStudio();
  const [over, setOver] = useState(false);
  const [nothing, setNothing] = useState(false);
  const drop = async (items: DataTransfer): Promise<void> => {
    const files = await readDropped(items);
    setNothing(files.length === 0);
    const [only] = files;
    const text = files.length === 1 && only.path.endsWith(".json") ? new TextDecoder().decode(only.bytes) : "";
    // A proposal is drawn on the case that is open; all other files are a case.
    if (PROPOSAL.test(text)) await studio.read(text, only.path);
    else if (files.length > 0) workers.open(files);
  };
  return (
    <div
      className="page"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void drop(event.dataTransfer);
      }}
    >
      {children}
      {over && <div className="drop-here">{say("drop.here")}</div>}
      {nothing && <Passing text={say("drop.empty")} onDone={() => setNothing(false)} />}
      <Offline />
    </div>
  );
}

const SHOWN_MILLISECONDS = 8000;

function Passing({ text, onDone }: { readonly text: string; readonly onDone: () => void }): ReactNode {
  useEffect(() => {
    const timer = setTimeout(onDone, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <p className="passing" role="alert">
      {text}
    </p>
  );
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

function Offline(): ReactNode {
  const { say } = useVoice();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const [told, setTold] = useState(false);
  if (online && told) setTold(false);
  if (online || told) return null;
  return <Passing text={say("page.offline")} onDone={() => setTold(true)} />;
}
