import type { RoomAnswer } from "../../protocol/room.ts";

/** Milliseconds that a server which stops waits for its database, and for answers to leave. */
const PATIENCE = 10_000;
const LEAVING = 100;

/** Answers on their way, so that a server that stops gives all it owes; each is told by its kind. */
export class Answering {
  readonly #tell: (kind: RoomAnswer["kind"]) => void;
  readonly #open = new Set<Promise<RoomAnswer>>();
  #isEnding = false;

  constructor(tell: (kind: RoomAnswer["kind"]) => void) {
    this.#tell = tell;
  }

  async of(find: () => Promise<RoomAnswer>): Promise<RoomAnswer> {
    const answer = this.#isEnding ? Promise.resolve(LATER) : find();
    this.#open.add(answer);
    try {
      const { kind } = await answer;
      this.#tell(kind);
    } finally {
      this.#open.delete(answer);
    }
    return answer;
  }

  /** From now on everything is for later; resolves once all before it is answered, or after a while. */
  async end(): Promise<void> {
    this.#isEnding = true;
    const patience = new Promise((done) => {
      setTimeout(done, PATIENCE).unref();
    });
    await Promise.race([Promise.allSettled(this.#open), patience]);
    await new Promise((done) => {
      setTimeout(done, LEAVING);
    });
  }
}

const LATER: RoomAnswer = { kind: "later", code: "storage.away" };
