import { z } from "zod";
import { cursorSchema, viewSchema } from "../../protocol/room-acts.ts";
import { bytesOf } from "../../protocol/room-limits.ts";
import { gathered } from "./gathered.ts";

/** Where a seat at one process points or looks, told to the others and kept nowhere. */
const castSchema = z.union([
  z.strictObject({ seat: z.string(), cursor: cursorSchema }),
  z.strictObject({ seat: z.string(), view: viewSchema }),
]);
export type Cast = z.infer<typeof castSchema>;

/** So much is told in one notification of the database, which takes less than 8000 bytes with who tells it and of what room. */
const TOGETHER = 7000;
/** Told so often at most, milliseconds: no oftener than one page tells it. */
const APART = 100;

/** What others at this process do just now, on its way to the other processes: of each seat the newest alone, never two lots at once. */
export class Casts {
  readonly #send: (told: string) => Promise<void>;
  readonly #newest = new Map<string, string>();
  readonly #sending = gathered(APART, () => void this.#sendAll());
  #isSending = false;

  /** `send`: tells the other processes; what does not get there is not told again. */
  constructor(send: (told: string) => Promise<void>) {
    this.#send = send;
  }

  put(cast: Cast): void {
    this.#newest.set(`${"cursor" in cast ? "cursor" : "view"} ${cast.seat}`, JSON.stringify(cast));
    this.#sending.ask();
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return this.#sending.ask();
    this.#isSending = true;
    const lots = inLots([...this.#newest.values()]);
    this.#newest.clear();
    for (const lot of lots) await this.#send(`[${lot.join()}]`).catch(() => undefined);
    this.#isSending = false;
    return undefined;
  }

  end(): void {
    this.#sending.end();
  }
}

/** In order, as many in each as go together; one that is too large by itself is left out. */
function inLots(casts: readonly string[]): readonly (readonly string[])[] {
  const lots: string[][] = [];
  let bytes = Infinity;
  for (const cast of casts) {
    const size = bytesOf(cast) + 1;
    if (size > TOGETHER) continue;
    if (bytes + size > TOGETHER) {
      lots.push([]);
      bytes = 0;
    }
    lots.at(-1)?.push(cast);
    bytes += size;
  }
  return lots;
}

/** What another process told; nothing where it cannot be read, as of one of another version. */
export function castsIn(told: string): readonly Cast[] {
  try {
    return z.array(castSchema).parse(JSON.parse(told));
  } catch {
    return [];
  }
}
