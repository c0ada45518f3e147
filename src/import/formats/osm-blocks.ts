import { unzlibSync } from "fflate";
import { PbfReader } from "pbf";

/** A block of an OpenStreetMap file (PBF), unpacked. */
export interface OsmBlock {
  readonly strings: readonly string[];
  /** Bytes of the groups of nodes and ways. */
  readonly groups: readonly Uint8Array[];
  /** Degrees of a number that a node is told by: (offset + granularity * number) / 1e9. */
  readonly granularity: number;
  readonly lon: number;
  readonly lat: number;
}

/** What the format allows at the most: of a block's header, and of a block as it is packed and unpacked. */
const MOST = { header: 64 * 2 ** 10, block: 32 * 2 ** 20 } as const;

/** What a file may ask of its reader: old versions of things (`HistoricalInformation`) and whatever comes later are not among it. */
const KNOWN_FEATURES = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/** The blocks of a file, each unpacked when it is asked for. What is no whole file, or asks for more than is known here, is an exception. */
export function* osmBlocks(bytes: Uint8Array): Generator<OsmBlock> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let begun = false;
  for (let at = 0; at < bytes.length;) {
    const headerEnd = at + 4 + (at + 4 <= bytes.length ? view.getUint32(at) : Infinity);
    if (headerEnd > bytes.length || headerEnd - at > MOST.header) throw new Error("a block's header is cut short");
    const header = { type: "", size: -1 };
    each(bytes.subarray(at + 4, headerEnd), (field, pbf) => {
      if (field === 1) header.type = pbf.readString();
      else if (field === 3) header.size = pbf.readVarint();
    });
    at = headerEnd + header.size;
    if (header.size < 0 || header.size > MOST.block || at > bytes.length) throw new Error("a block is cut short");
    const content = unpacked(bytes.subarray(headerEnd, at));
    if (header.type === "OSMHeader") checkFeatures(content);
    else if (header.type === "OSMData" && begun) yield blockOf(content);
    // Other blocks are no part of the format yet: a damaged name would leave its block out unsaid.
    else throw new Error(begun ? "a block is of no known kind" : "the file does not begin with its header");
    begun = true;
  }
  if (!begun) throw new Error("the file is empty");
}

/** Goes through the fields of a message. A field that reaches beyond the message is damage, of which the package says nothing. */
export function each(bytes: Uint8Array, read: (field: number, pbf: PbfReader) => void): void {
  const pbf = new PbfReader(bytes);
  while (pbf.pos < bytes.length) {
    const tag = pbf.readVarint();
    pbf.type = tag & 7;
    const start = pbf.pos;
    read(tag >> 3, pbf);
    if (pbf.pos === start) pbf.skip(pbf.type);
    if (pbf.pos > bytes.length) throw new Error("a field reaches beyond its message");
  }
}

/** A field's bytes, which have to be there. */
export function bytesIn(pbf: PbfReader, within: Uint8Array): Uint8Array {
  const length = pbf.readVarint();
  const end = pbf.pos + length;
  if (end > within.length) throw new Error("a field reaches beyond its message");
  const found = within.subarray(pbf.pos, end);
  pbf.pos = end;
  return found;
}

function checkFeatures(header: Uint8Array): void {
  each(header, (field, pbf) => {
    if (field !== 4) return;
    const feature = pbf.readString();
    if (!KNOWN_FEATURES.has(feature)) throw new Error(`the file asks for ${feature}`);
  });
}

/** What a block holds: as it is or deflated; other ways of packing are not in use. */
function unpacked(blob: Uint8Array): Uint8Array {
  let [raw, packed, size] = [undefined as Uint8Array | undefined, undefined as Uint8Array | undefined, -1];
  each(blob, (field, pbf) => {
    if (field === 1) raw = bytesIn(pbf, blob);
    else if (field === 2) size = pbf.readVarint();
    else if (field === 3) packed = bytesIn(pbf, blob);
  });
  if (raw) return raw;
  if (!packed || size < 0 || size > MOST.block) throw new Error("a block is packed in a way that is not known");
  const content = unzlibSync(packed, { out: new Uint8Array(size + 1) });
  if (content.length !== size || adler32(content) !== sumIn(packed)) throw new Error("a block is not what was packed");
  return content;
}

/** The sum at the end of deflated bytes, which the package that inflates them does not look at. */
const sumIn = (packed: Uint8Array): number =>
  new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(packed.length - 4);

/** So many bytes can be added up before the sums outgrow 32 bits. */
const STRIDE = 5552;

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let start = 0; start < bytes.length; start += STRIDE) {
    const end = Math.min(start + STRIDE, bytes.length);
    for (let i = start; i < end; i++) high += low += bytes[i];
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

function blockOf(content: Uint8Array): OsmBlock {
  const strings: string[] = [];
  const groups: Uint8Array[] = [];
  let [granularity, lat, lon] = [100, 0, 0];
  each(content, (field, pbf) => {
    if (field === 1) {
      const table = bytesIn(pbf, content);
      each(table, (inTable, texts) => {
        if (inTable === 1) strings.push(textOf(bytesIn(texts, table)));
      });
    } else if (field === 2) groups.push(bytesIn(pbf, content));
    else if (field === 17) granularity = pbf.readVarint(true);
    else if (field === 19) lat = pbf.readVarint(true);
    else if (field === 20) lon = pbf.readVarint(true);
  });
  return { strings, groups, granularity, lon, lat };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const textOf = (bytes: Uint8Array): string => utf8.decode(bytes);
