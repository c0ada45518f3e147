/** The map library's own worker: it is at work as soon as it is loaded in one. */
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  export default class LibraryWorker {
    readonly self: {
      readonly addProtocol: (
        scheme: string,
        load: (asked: { readonly url: string }, stop: AbortController) => Promise<{ readonly data: unknown }>,
      ) => void;
    };
  }
}
