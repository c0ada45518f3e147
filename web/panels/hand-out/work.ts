/** A step of making a file that somebody waits for. */
export type WorkStep =
  | { readonly of: "figures" | "file" }
  | { readonly of: "map"; readonly at: number; readonly count: number };

/** Work that says what it is at, and can be stopped before each step. */
export class Work {
  /** Says when it is stopped, also between two steps. */
  readonly signal: AbortSignal;
  readonly #tell: (step: WorkStep) => void;

  constructor(signal: AbortSignal, tell: (step: WorkStep) => void) {
    this.signal = signal;
    this.#tell = tell;
  }

  /** Goes on once the page has been able to show what comes and to take a click. Throws the signal's reason when it was stopped. */
  async begin(step: WorkStep, rest: () => Promise<void> = untilShown): Promise<void> {
    this.signal.throwIfAborted();
    this.#tell(step);
    await rest();
    this.signal.throwIfAborted();
  }
}

/** A tab that is not looked at draws no frames: there a moment is enough. */
const untilShown = (): Promise<void> =>
  new Promise((go) => {
    const soon = setTimeout(go, 200);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(soon);
        go();
      }),
    );
  });
