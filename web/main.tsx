import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../node_modules/dkfds/dist/css/dkfds.min.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/header.css";
import "./style/small-screens.css";
import "./style/dialog.css";
import "./style/notices.css";
import "./style/doors.css";
import "./style/room.css";
import "./style/room-now.css";
import "./style/big-screen.css";
import "./style/plans.css";
import "./style/map.css";
import "./style/map-tools.css";
import "./style/map-key.css";
import "./style/place-card.css";
import "./style/effects.css";
import "./style/money.css";
import "./style/draw.css";
import "./style/draw-tools.css";
import "./style/draw-line.css";
import "./style/past.css";
import "./style/draw-map.css";
import "./style/draw-phone.css";
import "./style/tree.css";
import "./style/school.css";
import "./style/costs.css";
import "./style/meaning.css";
import "./style/tables.css";
import "./style/contrast.css";
import "./style/dark.css";
import "./style/print.css";
import { App } from "./panels/App.tsx";
import { Awaited } from "./panels/later.tsx";
import { fetchTexts, SpeakingProvider } from "./i18n/say.ts";
import { choiceOf, unreadable, usualLanguage } from "./state/address.ts";
import { stopUnawaited } from "./draw/finish-stop.ts";
import { fetchAddresses, fetchCase } from "./state/case-files.ts";
import { readProposals } from "./proposals/own-link.ts";
import { openStudio } from "./proposals/studio.ts";
import { laterStorage } from "./proposals/storage.ts";
import { otherWindows } from "./proposals/windows.ts";
import { RoomsContext } from "./panels/room/rooms-context.ts";
import { tellComing } from "./room/coming.ts";
import { isScreenLink, linkOf, openRooms } from "./room/rooms.ts";
import { startWorkers } from "./state/page-workers.ts";
import { answerName, keepFirstAnswer, keptOf } from "./state/kept-answers.ts";
import { FAILED, toldOf } from "./state/fault.ts";
import { keepDoors } from "./state/keep-doors.ts";
import { arriveAtSlide } from "./slides/arrive-at-slide.ts";
import { isImportedHere, rememberImported } from "./state/imported-here.ts";
import { keepAddress } from "./state/history.ts";
import { StudioContext } from "./proposals/studio-context.ts";
import { WorkersContext } from "./state/workers-context.ts";
import { startingState } from "./state/state.ts";
import { usualLanguageOf } from "./state/usual-language.ts";
import { createStore, StoreContext } from "./state/store.ts";
import { exposeForTests, inHaste } from "./map/testing.ts";
import { WORKER_NAME } from "./worker/seconds.ts";

const browserLanguage = usualLanguage(navigator.languages);
const { search } = window.location;
const store = createStore(startingState(choiceOf(search, browserLanguage), unreadable(search)));
const spoken = usualLanguageOf(store, browserLanguage, search);
tellComing(store, window.location);
const workers = startWorkers(
  store,
  () =>
    new Worker(new URL("./worker/worker.ts", import.meta.url), {
      type: "module",
      name: WORKER_NAME[inHaste() ? "haste" : "usual"],
    }),
);

const windows = "BroadcastChannel" in window ? otherWindows() : undefined;
const own = openStudio(store, laterStorage(), windows, undefined, workers.opened);
const rooms = openRooms(store, own);
const { studio } = rooms;
// Before anything asks what this page may do here.
rooms.takeOrganiser(window.location);
/** Into a room by its link, by name or as a hall's screen. */
const comeBy = async (link: string): Promise<void> => {
  // A hall's screen has nobody at it who would be asked for a name.
  if (!isScreenLink(link) || (await rooms.join(link, ""))) store.dispatch({ kind: "invited", link });
};
readProposals(store, studio, async () => {
  const link = linkOf(window.location);
  await (link === undefined ? rooms.comeBack() : comeBy(link));
  store.dispatch({ kind: "coming", coming: undefined });
});
// A link that is pasted into an open page opens no page anew.
window.addEventListener("hashchange", () => {
  rooms.takeOrganiser(window.location);
  const link = store.state().proposals && linkOf(window.location);
  if (link !== undefined) void comeBy(link);
});

/** The case that was made of files brought to this tab, where it is still kept. */
const importedCase = async () => {
  const [{ keptMade }, { bytesOf }] = await Promise.all([
    import("./import/kept-import.ts"),
    import("./import/brought.ts"),
  ]);
  const made = await keptMade();
  return made && bytesOf(made);
};

const openOwnCase = async (): Promise<void> => {
  store.dispatch({ kind: "case", caseState: { status: "loading" } });
  try {
    const brought = isImportedHere() ? await importedCase() : undefined;
    if (brought) return workers.open(brought);
    const files = await fetchCase(document.baseURI);
    spoken.hear(files);
    const name = import.meta.env.PROD ? await answerName(files, import.meta.url) : undefined;
    // What was kept is at the case's own prices.
    const asKept = store.state().choice.costs.length === 0;
    const kept = name === undefined || !asKept ? undefined : await keptOf(name);
    if (name !== undefined && asKept && !kept) keepFirstAnswer(store, (answer) => workers.keep(name, answer));
    workers.open(files, kept, () => fetchAddresses(document.baseURI));
  } catch (error) {
    store.dispatch({ kind: "case", caseState: { status: "failed", ...toldOf(error) } });
  }
};

/** Back to the page's own case from whatever was opened here. */
const leaveImported = async (): Promise<void> => {
  rememberImported("own");
  return openOwnCase();
};

arriveAtSlide(store, window.location.hash);
// What nobody waits for must not fail in silence: a part that was to come by a press and did not, for one.
window.addEventListener("unhandledrejection", () => store.dispatch({ kind: "notice", words: FAILED }));
keepAddress(store, spoken.usual);
stopUnawaited(store, workers);
keepDoors(store, () => window.localStorage);
exposeForTests(store);
void openOwnCase();

const page = document.querySelector("#page");
const show = (): void => {
  if (!page) return;
  createRoot(page).render(
    <StrictMode>
      <StoreContext value={store}>
        <WorkersContext value={{ ...workers, openOwnCase: leaveImported }}>
          <StudioContext value={studio}>
            <RoomsContext value={rooms}>
              <SpeakingProvider>
                <Awaited>
                  <App />
                </Awaited>
              </SpeakingProvider>
            </RoomsContext>
          </StudioContext>
        </WorkersContext>
      </StoreContext>
    </StrictMode>,
  );
};
// Nobody sees Danish first who reads English; without the texts Danish is better than nothing.
void fetchTexts(store.state().choice.language).then(show, show);

/** Kept for later visits and for when the network goes; after the first picture, so as not to be in its way. */
if (import.meta.env.PROD && "serviceWorker" in navigator && window.isSecureContext)
  window.addEventListener("load", () => {
    setTimeout(() => void navigator.serviceWorker.register("./service-worker.js").catch(() => undefined), 4000);
  });
