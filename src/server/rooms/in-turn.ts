/** Until what failed is tried again, milliseconds. */
const AGAIN = 1000;

/** Work that is done after each time it is asked for, never twice at once, and tried again where it fails, until it is ended. */
export function inTurn(work: () => Promise<void>): { readonly ask: () => void; readonly end: () => void } {
  let isAsked = false;
  let isWorking = false;
  let isOver = false;
  let again: NodeJS.Timeout | undefined;
  const ask = (): void => {
    isAsked = true;
    clearTimeout(again);
    if (!isWorking && !isOver) void go();
  };
  const go = async (): Promise<void> => {
    isWorking = true;
    isAsked = false;
    try {
      await work();
    } catch {
      if (!isOver) again = setTimeout(ask, AGAIN).unref();
    }
    isWorking = false;
    if (isAsked) ask();
  };
  return {
    ask,
    end: () => {
      isOver = true;
      clearTimeout(again);
    },
  };
}
