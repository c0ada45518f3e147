import { type DragEvent, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { Text } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { type HandedOver, handedOver, oneFile } from "../state/handed-over.ts";
import { rememberImported } from "../state/imported-here.ts";
import { caseView } from "../state/selectors.ts";
import { isWholeCase } from "../state/whole-case.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { useWorkers } from "../state/workers-context.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { CloseButton } from "./CloseButton.tsx";

const reader = () => import("../state/given-files.ts");

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** The page as a place to drop files on, with what is said about dropping and about the network. */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const workers = useWorkers();
  const studio = useStudio();
  const [over, setOver] = useState(false);
  const isOpen = useSelect((state) => caseView(state) !== undefined);
  const store = useStore();
  /** What there is to say of a file, until it is closed: it may be much to read. */
  const [answer, setAnswer] = useState<readonly Text[]>([]);
  const [isWithoutCase, setWithoutCase] = useState(false);
  const open = async (file: File): Promise<void> => {
    const { openGiven } = await import("../proposals/given-file.ts");
    const opening = await openGiven(store, studio, file);
    const { outcome, choice } = store.state();
    // While it is drawn it is said under the map; a file is dropped anywhere.
    if (!outcome || (opening === "opened" && choice.doing === "draw")) return;
    setAnswer(outcome.lines);
    store.dispatch({ kind: "outcome", outcome: undefined });
  };
  const openOwn = async (files: readonly CaseFileBytes[]): Promise<void> => {
    workers.open(files);
    if ((await workers.opening()) === "opened") rememberImported("own");
  };
  const bring = async (given: HandedOver): Promise<void> => {
    const { bringFiles } = await import("../import/bring-files.ts");
    const files = await bringFiles(store, given);
    if (files) void openOwn(files);
  };
  const drop = async (items: DataTransfer): Promise<void> => {
    const given = handedOver(items);
    const file = oneFile(given);
    const isImport = store.state().dialog === "import" || (file !== undefined && (await reader()).isData(file.name));
    setWithoutCase(file !== undefined && !isOpen && !isImport);
    setAnswer([]);
    if (isImport) return bring(given);
    // Whatever it is, it is opened beside the case that is open, or refused in words.
    if (file) return isOpen ? open(file) : undefined;
    const { isData, filesDropped, readDropped } = await reader();
    const files = await readDropped(given);
    if (isWholeCase(files)) {
      void openOwn(files);
      return undefined;
    }
    // Whatever else is data may become a case.
    if ((await filesDropped(given)).some(({ path }) => isData(path))) return bring(given);
    setAnswer([(await import("../proposals/opened-file.ts")).NO_CASE]);
    return undefined;
  };
  return (
    <div
      className="page"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        if (!over) {
          void reader();
          studio.awaitFile();
        }
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        // What is dragged from one place of the page to another is no file.
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void drop(event.dataTransfer);
      }}
    >
      {children}
      {over && <div className="drop-here">{say("drop.here")}</div>}
      {answer.length > 0 && (
        <div className="passing passing-file">
          <p role="alert">{answer.map(voice.read).join(" ")}</p>
          <CloseButton label={say("drop.close")} onClose={() => setAnswer([])} />
        </div>
      )}
      {isWithoutCase && <Passing text={say("drop.noCase")} onDone={() => setWithoutCase(false)} />}
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
