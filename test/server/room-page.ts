import { vi } from "vitest";
import type { Text } from "../../src/domain/language.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import type { Joined } from "../../src/protocol/room.ts";
import { readFile } from "../../web/proposals/file.ts";
import { type Heard, NOTHING_KEPT } from "../../web/room/kept-log.ts";
import { PackReader } from "../../web/room/packs.ts";
import type { Around } from "../../web/room/session-parts.ts";
import { RoomSession } from "../../web/room/session.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { openedCase } from "../cases/opened.ts";
import { pastOf } from "./room-world.ts";

const nothing = (): void => undefined;
const lattice = openedCase("lattice");
const view = caseViewOf(lattice, evaluatePlan(lattice.basis, lattice.basis.baseline), []);

/** Pages come from a server from now on, and ask it; gives what the browser keeps for them. */
export function pagesFrom(url: string): ReadonlyMap<string, string> {
  const keeps = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => keeps.get(key) ?? null,
    setItem: (key: string, text: string) => void keeps.set(key, text),
    removeItem: (key: string) => void keeps.delete(key),
  };
  vi.stubGlobal("location", new URL(url));
  vi.stubGlobal("window", Object.assign(new EventTarget(), { localStorage }));
  return keeps;
}

/** A page in a room that kept what another heard of it, of an epoch; what it says over the whole page, in order. */
export function pageAt(url: string, joined: Joined, known: Partial<Heard> = {}, mayAsk = Promise.resolve()) {
  const notices: (Text | undefined)[] = [];
  const around: Around = {
    store: createStore(startingState(FIRST_CHOICE)),
    say: nothing,
    notice: (words) => notices.push(words),
    newId: () => "new",
    read: (file, id) => readFile(view, JSON.stringify(file), id).proposal,
    askPast: async (after) => {
      await mayAsk;
      return (await pastOf(url, joined.seat, after)).bytes;
    },
    arrive: nothing,
    look: nothing,
    lead: nothing,
    pointed: nothing,
    onLeft: nothing,
  };
  const heard = { ...NOTHING_KEPT, ...known };
  const kept = { read: () => Promise.resolve(heard), add: nothing, withoutText: nothing, forget: nothing };
  const session = new RoomSession(
    around,
    joined,
    {},
    { kept, heard, reader: new PackReader(lattice.basis.municipality) },
  );
  return { session, notices, store: around.store };
}
