import { type Draft, groundOfPacks, LogUnpacker, partedBytes, type ReadEdit } from "../../src/index.ts";
import type { Entry } from "../../src/protocol/room.ts";

/** An entry of a room's log as this page hears it: strokes that were packed are read already. */
export type HeardEntry = Entry | ReadEdit;

/** Entries that each come after the one before: of what is told twice the second time is left out. */
export function inTurn(parts: Iterable<readonly HeardEntry[]>): readonly HeardEntry[] {
  const all: HeardEntry[] = [];
  let last = 0;
  for (const entries of parts)
    for (const entry of entries) {
      if (entry.number <= last) continue;
      all.push(entry);
      last = entry.number;
    }
  return all;
}

/** What of a log is long past, as a server packs it. */
export type Packs = Uint8Array<ArrayBuffer>;

/** Reads packs on a case's units and schools. */
export class PackReader {
  /** What the numbers of packs that it reads mean. */
  readonly ground: string;
  readonly #unpacker: LogUnpacker;

  constructor(municipality: Draft["municipality"]) {
    this.ground = groundOfPacks(municipality);
    this.#unpacker = new LogUnpacker(municipality);
  }

  /** Rejects where they are none. */
  async read(packs: Packs): Promise<readonly HeardEntry[]> {
    const inflated = await Promise.all(partedBytes(packs).map(inflate));
    return inTurn(inflated.map((bytes) => this.#unpacker.read(bytes).entries));
  }
}

async function inflate(packed: Packs): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
