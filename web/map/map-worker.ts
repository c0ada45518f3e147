import LibraryWorker from "maplibre-gl/dist/maplibre-gl-worker.mjs";

/** The library sends the page a copy of whatever it fetched itself: of lines that nobody reads there, a second of its thread. What is not listed as a field is not copied. */
const keptHere = (lines: object): object => Object.defineProperty(lines, "features", { enumerable: false });

const { worker }: { readonly worker?: unknown } = Object(self);
// The library has the page's own thread fetch and parse what has an address of its own kind: half a million roads would hold it up.
if (worker instanceof LibraryWorker)
  worker.self.addProtocol(`blob:${self.location.protocol.replace(/:$/, "")}`, async ({ url }, { signal }) => ({
    data: keptHere(await (await fetch(url, { signal })).json()),
  }));
