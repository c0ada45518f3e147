import { AsyncLocalStorage } from "node:async_hooks";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as React from "react";
import { createElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { vi } from "vitest";
import type { CaseFileBytes, FromWorker, ToWorker } from "../../web/worker/messages.ts";
import { keptInMemory } from "./proposals/kept-in-memory.ts";

type Listener = (event: { readonly data: unknown }) => void;

/** What of a browser the page's parts look at when they are loaded or drawn: a wide window with nothing kept in it. */
function standInForBrowser(): void {
  const silent = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const location = { href: "http://127.0.0.1/", origin: "http://127.0.0.1", pathname: "/", search: "", hash: "" };
  const navigator = { languages: ["en"], language: "en", onLine: true, platform: "", userAgent: "" };
  const localStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const matchMedia = (query: string) => ({ ...silent, matches: query.includes("min-width") });
  const around = { location, navigator, localStorage, matchMedia, innerWidth: 1440, innerHeight: 900 };
  vi.stubGlobal("window", { ...silent, ...around });
  vi.stubGlobal("document", { ...silent, baseURI: location.href, querySelector: () => null, documentElement: {} });
  for (const [name, value] of Object.entries({ location, navigator, localStorage })) vi.stubGlobal(name, value);
  vi.doMock("react", async (real: () => Promise<typeof React>) => {
    const react = await real();
    const { useSyncExternalStore: use } = react;
    // Elsewhere the page is only drawn in browsers, so that it says nowhere what a server would see.
    return { ...react, useSyncExternalStore: ((hear, see) => use(hear, see, see)) as typeof use };
  });
}

/** The page's own workers in this process: each with what it knows to itself, and told and telling in copies, as across threads. */
function workersHere(): () => Worker {
  const whose = new AsyncLocalStorage<Listener>();
  let begun: Listener | undefined;
  vi.stubGlobal("self", {
    addEventListener: (_: string, listener: Listener) => (begun = listener),
    postMessage: (message: FromWorker) => whose.getStore()?.({ data: structuredClone(message) }),
  });
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  return () => {
    const number = ++count;
    const hearing: Listener[] = [];
    const tell: Listener = (event) => hearing.forEach((hear) => hear(event));
    const listener = last.then(() =>
      whose.run(tell, async () => {
        await import(/* @vite-ignore */ `../../web/worker/worker.ts?number=${number}`);
        return begun;
      }),
    );
    last = listener;
    return {
      addEventListener: (kind: string, hear: Listener) => void (kind === "message" && hearing.push(hear)),
      postMessage: (message: ToWorker, transfer: Transferable[] = []) => {
        const data = structuredClone(message, { transfer: [...transfer] });
        void listener.then((hear) => whose.run(tell, () => hear?.({ data })));
      },
      terminate: () => undefined,
    } as unknown as Worker;
  };
}

const filesOf = (folder: string): readonly CaseFileBytes[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: new Uint8Array(readFileSync(path)) }));

/**
 * The whole page with a case, drawn to HTML without a browser; nothing that only happens once it stands there, such as the map's own
 * picture. Its modules are loaded anew, so that what is mocked before counts.
 */
export async function pageInNode(folder: string, query: string) {
  standInForBrowser();
  const hire = workersHere();
  const { startWorkers } = await import("../../web/state/page-workers.ts");
  const { startingState } = await import("../../web/state/state.ts");
  const { createStore, StoreContext } = await import("../../web/state/store.ts");
  const { choiceOf } = await import("../../web/state/address.ts");
  const { openStudio } = await import("../../web/proposals/studio.ts");
  const { openRooms } = await import("../../web/room/rooms.ts");
  const { StudioContext } = await import("../../web/proposals/studio-context.ts");
  const { WorkersContext } = await import("../../web/state/workers-context.ts");
  const { RoomsContext } = await import("../../web/panels/room/rooms-context.ts");
  const { SpeakingProvider, fetchTexts } = await import("../../web/i18n/say.ts");
  const { App } = await import("../../web/panels/App.tsx");
  const store = createStore(startingState(choiceOf(query)));
  const workers = startWorkers(store, hire);
  const kept = keptInMemory();
  const rooms = openRooms(store, openStudio(store, kept.storage, undefined, kept.grounds, workers.opened));
  await fetchTexts(store.state().choice.language);
  workers.open(filesOf(folder));
  await rooms.studio.open();
  const Said = (): ReactNode => SpeakingProvider({ children: createElement(App) });
  const said = createElement(Said);
  const roomed = createElement(RoomsContext, { value: rooms }, said);
  const drawn = createElement(StudioContext, { value: rooms.studio }, roomed);
  const worked = createElement(WorkersContext, { value: { ...workers, openOwnCase: async () => undefined } }, drawn);
  const whole = createElement(StoreContext, { value: store }, worked);
  return {
    store,
    studio: rooms.studio,
    /** Parts that come later are waited for. */
    html: async (): Promise<string> => {
      const failed: unknown[] = [];
      const { prelude } = await prerender(whole, { onError: (error) => void failed.push(error) });
      if (failed.length > 0) throw failed[0];
      return new Response(prelude as BodyInit).text();
    },
  };
}
