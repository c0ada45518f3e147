import { type Draft, groundOfPacks, LogUnpacker, partedBytes, type ReadEdit } from "../../src/index.ts";
import { type Entry, readSnapshot, type Snapshot } from "../../src/protocol/room.ts";

/** An entry of a room's log as this page hears it: strokes that were packed are read already. */
export type HeardEntry = Entry | ReadEdit;

/** As a server packs what is long past of a log, or what that comes to. */
export type Packed = Uint8Array<ArrayBuffer>;

/** Reads packs on a case's units and schools. */
export class PackReader {
  /** What the numbers of packs that it reads mean. */
  readonly ground: string;
  readonly #unpacker: LogUnpacker;

  constructor(municipality: Draft["municipality"]) {
    this.ground = groundOfPacks(municipality);
    this.#unpacker = new LogUnpacker(municipality);
  }

  /** The entries of some packs, of which the first of one may have been the last of another; `rest`: between two of them. Rejects where they are none. */
  async read(packs: Packed, rest: () => Promise<void>): Promise<readonly HeardEntry[]> {
    const entries: HeardEntry[] = [];
    for (const pack of partedBytes(packs)) {
      const bytes = await inflate(pack);
      await rest();
      for (const entry of this.#unpacker.read(bytes).entries) entries.push(entry);
    }
    return entries;
  }
}

/** Rejects where it is none. */
export const unpackedSnapshot = async (packed: Packed): Promise<Snapshot> =>
  readSnapshot(new TextDecoder().decode(await inflate(packed)));

async function inflate(packed: Packed): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
