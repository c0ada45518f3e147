import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { LINK_PART } from "./passing-on.ts";
import type { Studio } from "./studio.ts";

/** Has the studio read what was kept whenever a case is opened; `then`: what else waits for that. */
export function readProposals(store: Store, studio: Studio, then: () => Promise<void>): void {
  let read: string | undefined;
  store.subscribe(() => {
    const hash = caseView(store.state())?.dataHash;
    if (hash === read) return;
    read = hash;
    if (hash !== undefined)
      void studio
        .open()
        .then(() => readOwnLink(studio))
        .then(then);
  });
  // A link that is pasted into an open page opens no page anew.
  window.addEventListener("hashchange", () => {
    if (store.state().proposals) void readOwnLink(studio);
  });
}

/** A proposal that the page was opened with is taken once; the address is then the page's own again. */
async function readOwnLink(studio: Studio): Promise<void> {
  const { hash } = window.location;
  if (!hash.startsWith(LINK_PART)) return;
  window.history.replaceState(window.history.state, "", `${window.location.pathname}${window.location.search}`);
  await studio.readLink(hash);
}
