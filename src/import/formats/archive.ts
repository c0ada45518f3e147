import { inflateSync } from "fflate";

/** Megabytes that one file of an archive may unpack to. */
export const MOST_MEGABYTES = 512;

/** A file in an archive as its directory states it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;

/** The directory at an archive's end; none where the archive is cut short or has more than 65,535 files. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return [];
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) return [];
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Where the record stands that ends an archive; a comment of 65,535 bytes at most may come after it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** Names of the files in an archive, with their folders. */
export const zipNames = (bytes: Uint8Array): readonly string[] => entriesOf(bytes).map(({ name }) => name);

/** What an archive's files hold, or which of them is larger than may be. */
type Unpacked = Map<string, Uint8Array> | { readonly tooLarge: string };

/** Bytes that each file of an archive, and all that are wanted, may unpack to. */
interface MostUnpacked {
  readonly file: number;
  readonly all: number;
}

/**
 * The files of an archive that are wanted. A damaged one is an exception: what a file's bytes sum up to is stated in the directory. What each
 * unpacks to is known before it is, and no more than that is.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  most: MostUnpacked = { file: MOST_MEGABYTES * 2 ** 20, all: Infinity },
): Unpacked {
  const entries = entriesOf(bytes);
  if (entries.length === 0) throw new Error("no archive, or cut short");
  const wanted = entries.filter(({ name }) => !name.endsWith("/") && isWanted(name));
  let all = 0;
  for (const { name, size } of wanted) if (size > most.file || (all += size) > most.all) return { tooLarge: name };
  return new Map(wanted.map((entry) => [entry.name, contentOf(bytes, entry)]));
}

function contentOf(bytes: Uint8Array, { name, method, crc, packed, size, at }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error(`${name}: packed in a way that is not known`);
  const content = method === 0 ? data : inflateSync(data, { out: new Uint8Array(size) });
  if (content.length !== size || crc32(content) !== crc) throw new Error(`${name}: damaged`);
  return content;
}

/** The sum that archives keep of a file's bytes (CRC-32, polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
