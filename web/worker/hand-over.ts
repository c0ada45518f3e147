import type { OpenCase } from "../../src/index.ts";

/**
 * A case goes from worker to worker and past the page: on the page's own thread half a million roads would be taken apart and put
 * together again while nobody can press anything.
 */
export const handOver = (opened: OpenCase, to: MessagePort): void => {
  to.postMessage(opened);
  to.close();
};

/** The case that comes on a port. */
export const handedCase = (from: MessagePort): Promise<OpenCase> =>
  new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<OpenCase>): void => {
      from.close();
      resolve(data);
    };
    from.addEventListener("message", hear, { once: true });
    from.start();
  });
