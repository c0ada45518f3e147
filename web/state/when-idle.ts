/** Resolves once the page has nothing else to do, or after so many milliseconds. */
export const whenIdle = (longest: number): Promise<void> =>
  new Promise((done) => {
    // Not every browser tells when it has nothing to do.
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => done(), { timeout: longest });
    else setTimeout(done);
  });
