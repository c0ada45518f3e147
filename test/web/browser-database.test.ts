import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

class Request extends EventTarget {
  result: unknown;
  transaction = null;
}
/** A connection as a browser has it: it is told when another window would have the database, and can be closed. */
class Connection extends EventTarget {
  isOpen = true;
  close(): void {
    this.isOpen = false;
  }
}

/** A browser whose databases open at once, unless a window holds them back. */
async function browser(holds: "nobody" | "an old window" = "nobody") {
  const connections: Connection[] = [];
  for (const name of ["IDBObjectStore", "IDBIndex", "IDBCursor", "IDBTransaction"]) vi.stubGlobal(name, vi.fn());
  vi.stubGlobal("IDBRequest", Request);
  vi.stubGlobal("IDBDatabase", Connection);
  vi.stubGlobal("indexedDB", {
    open: () => {
      const request = new Request();
      queueMicrotask(() => {
        if (holds === "an old window") return request.dispatchEvent(new Event("blocked"));
        request.result = connections[connections.push(new Connection()) - 1];
        return request.dispatchEvent(new Event("success"));
      });
      return request;
    },
  });
  const { browserDatabase } = await import("../../web/state/browser-database.ts");
  return { connections, open: browserDatabase("x", 1, () => undefined) };
}

test("a database is opened once and held; what another window would delete or renew is let go at once, and opened again when it is next asked for", async () => {
  const { connections, open } = await browser();
  await Promise.all([open(), open()]);
  await open();
  expect(connections.map(({ isOpen }) => isOpen)).toEqual([true]);
  connections[0].dispatchEvent(new Event("versionchange"));
  expect(connections.map(({ isOpen }) => isOpen)).toEqual([false]);
  await open();
  // The browser itself closes it, as when its data are cleared.
  connections[1].dispatchEvent(new Event("close"));
  await open();
  expect(connections.map(({ isOpen }) => isOpen)).toEqual([false, true, true]);
});

test("a window that holds a database back is not waited for: it is said that nothing can be kept, and tried anew", async () => {
  const { open } = await browser("an old window");
  await expect(open()).rejects.toThrow("held back by another window");
  await expect(open()).rejects.toThrow("held back by another window");
});
