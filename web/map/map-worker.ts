import LibraryWorker from "maplibre-gl/dist/maplibre-gl-worker.mjs";

const { worker }: { readonly worker?: unknown } = Object(self);
// The library has the page's own thread fetch and parse what has an address of its own kind: half a million roads would hold it up.
if (worker instanceof LibraryWorker)
  worker.self.addProtocol(`blob:${self.location.protocol.replace(/:$/, "")}`, async ({ url }, { signal }) => ({
    data: await (await fetch(url, { signal })).json(),
  }));
