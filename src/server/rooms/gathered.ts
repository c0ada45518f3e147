/** Work that is done once for all who ask for it within some milliseconds; what was asked for and not yet begun ends with it. */
export function gathered(ms: number, work: () => void): { readonly ask: () => void; readonly end: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  return {
    ask: () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        work();
      }, ms);
    },
    end: () => clearTimeout(waiting),
  };
}
