/** Tells when nothing has been heard for a while, and when something is again, while it is listened to. */
export class Silence {
  readonly #after: number;
  readonly #tell: (is: "silent" | "heard") => void;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isSilent = false;

  /** `after`: milliseconds. */
  constructor(after: number, tell: (is: "silent" | "heard") => void) {
    this.#after = after;
    this.#tell = tell;
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  heard(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#isSilent = true;
      this.#tell("silent");
    }, this.#after);
    if (!this.#isSilent) return;
    this.#isSilent = false;
    this.#tell("heard");
  }

  /** Nothing is listened to any more. */
  end(): void {
    clearTimeout(this.#waiting);
    this.#isSilent = false;
  }
}
