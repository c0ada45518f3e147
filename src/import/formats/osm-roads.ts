import type { PbfReader } from "pbf";
import { NumberList } from "../../kernels/number-list.ts";
import { PairNumbers } from "../../kernels/pair-numbers.ts";
import type { RawFeature } from "./layers.ts";
import { bytesIn, each, osmBlocks, type OsmBlock } from "./osm-blocks.ts";

/** Roads and ferries of an OpenStreetMap file, each made anew whenever it is asked for. */
interface OsmRoads {
  readonly length: number;
  readonly at: (number: number) => RawFeature;
  /** Lines that go through places which the file does not hold, and how many such places; they are cut there. */
  readonly cut: { readonly lines: number; readonly places: number };
}

/** Ways of a file that are roads or ferries, laid end to end. */
interface Ways {
  readonly id: NumberList;
  /** Where the tags and the nodes of each way begin. */
  readonly firstTag: NumberList;
  readonly firstNode: NumberList;
  /** Names and values in turn, by number in `texts`. */
  readonly tags: NumberList;
  readonly texts: string[];
  /** By number in `numbers`. */
  readonly nodes: NumberList;
  readonly numbers: PairNumbers;
}

/**
 * Reads a file twice: ways first, then the places of the nodes that roads need, which are a small part of all. A way is a road by its tag
 * `highway`, or a ferry by `route`; what else the file holds (houses, streams, borders) is none of its business.
 */
export function readOsmRoads(bytes: Uint8Array): OsmRoads {
  const ways = waysIn(bytes);
  const [lon, lat] = placesIn(bytes, ways.numbers);
  const at = (number: number): RawFeature => {
    const tags: [string, string][] = [];
    for (let i = ways.firstTag.at(number); i < ways.firstTag.at(number + 1); i += 2)
      tags.push([ways.texts[ways.tags.at(i)], ways.texts[ways.tags.at(i + 1)]]);
    const coordinates = partsOf(ways, number, lon, lat).parts;
    return {
      id: ways.id.at(number),
      properties: Object.fromEntries(tags),
      geometry:
        coordinates.length === 1
          ? { type: "LineString", coordinates: coordinates[0] }
          : { type: "MultiLineString", coordinates },
    };
  };
  const cut = { lines: 0, places: 0 };
  for (let way = 0; way < ways.id.length; way++) {
    const { missing } = partsOf(ways, way, lon, lat);
    cut.places += missing;
    if (missing > 0) cut.lines++;
  }
  return { length: ways.id.length, at, cut };
}

/** A way's nodes as lines, parted where the file does not say where a node is. */
function partsOf(
  { firstNode, nodes }: Ways,
  way: number,
  lon: Float64Array,
  lat: Float64Array,
): { readonly parts: readonly number[][][]; readonly missing: number } {
  const parts: number[][][] = [[]];
  let missing = 0;
  for (let i = firstNode.at(way); i < firstNode.at(way + 1); i++) {
    const node = nodes.at(i);
    if (!Number.isNaN(lon[node])) parts[parts.length - 1].push([lon[node], lat[node]]);
    else {
      missing++;
      parts.push([]);
    }
  }
  return { parts: parts.filter((part) => part.length > 1), missing };
}

function waysIn(bytes: Uint8Array): Ways {
  const [id, firstTag, firstNode, tags, nodes] = Array.from({ length: 5 }, () => new NumberList());
  firstTag.push(0);
  firstNode.push(0);
  const texts: string[] = [];
  const textNumbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = textNumbers.get(text) ?? texts.push(text) - 1;
    textNumbers.set(text, number);
    return number;
  };
  const numbers = new PairNumbers();
  for (const { strings, groups } of osmBlocks(bytes))
    for (const group of groups)
      each(group, (field, pbf) => {
        if (field !== 3) return;
        const way = wayIn(bytesIn(pbf, group));
        const keys = way.keys.map((key) => textIn(strings, key));
        const values = way.values.map((value) => textIn(strings, value));
        if (values.length !== keys.length) throw new Error("a way has names without values");
        const isFerry = values[keys.indexOf("route")] === "ferry";
        if (!keys.includes("highway") && !isFerry) return;
        id.push(way.id);
        keys.forEach((key, i) => {
          tags.push(numberOf(key));
          tags.push(numberOf(values[i]));
        });
        for (const node of way.nodes) nodes.push(numbers.of(node, 0));
        firstTag.push(tags.length);
        firstNode.push(nodes.length);
      });
  return { id, firstTag, firstNode, tags, texts, nodes, numbers };
}

function textIn(strings: readonly string[], number: number): string {
  if (number >= strings.length) throw new Error("a text is not in its table");
  return strings[number];
}

function wayIn(bytes: Uint8Array): {
  readonly id: number;
  readonly keys: readonly number[];
  readonly values: readonly number[];
  readonly nodes: readonly number[];
} {
  let id = 0;
  let [keys, values, nodes]: number[][] = [[], [], []];
  each(bytes, (field, pbf) => {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) keys = packed(pbf, bytes, "plain");
    else if (field === 3) values = packed(pbf, bytes, "plain");
    else if (field === 8) nodes = packed(pbf, bytes, "differences");
  });
  return { id, keys, values, nodes };
}

/** Numbers packed in a field, whole ones as they are or signed ones each told by how much it is more than the one before. */
function packed(pbf: PbfReader, within: Uint8Array, as: "plain" | "differences"): number[] {
  const length = pbf.readVarint();
  const end = pbf.pos + length;
  if (end > within.length) throw new Error("a field reaches beyond its message");
  const found: number[] = [];
  let sum = 0;
  while (pbf.pos < end) found.push(as === "plain" ? pbf.readVarint() : (sum += pbf.readSVarint()));
  if (pbf.pos > end) throw new Error("a number reaches beyond its field");
  return found;
}

/** Degrees of the numbered nodes, `NaN` of those that the file does not hold. */
function placesIn(bytes: Uint8Array, numbers: PairNumbers): readonly [lon: Float64Array, lat: Float64Array] {
  const [lon, lat] = [0, 1].map(() => new Float64Array(numbers.size).fill(NaN));
  for (const block of osmBlocks(bytes)) {
    const place = (id: number, east: number, north: number): void => {
      const number = numbers.known(id, 0);
      if (number === undefined) return;
      lon[number] = degrees(block, block.lon, east);
      lat[number] = degrees(block, block.lat, north);
    };
    for (const group of block.groups)
      each(group, (field, pbf) => {
        if (field === 1) nodeIn(bytesIn(pbf, group), place);
        else if (field === 2) denseNodesIn(bytesIn(pbf, group), place);
      });
  }
  return [lon, lat];
}

/** One division, so that the number is the same as that of the digits in another file. */
const degrees = ({ granularity }: OsmBlock, offset: number, number: number): number =>
  (offset + granularity * number) / 1e9;

type TakePlace = (id: number, east: number, north: number) => void;

function nodeIn(bytes: Uint8Array, place: TakePlace): void {
  let [id, east, north] = [0, 0, 0];
  each(bytes, (field, pbf) => {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 8) north = pbf.readSVarint();
    else if (field === 9) east = pbf.readSVarint();
  });
  place(id, east, north);
}

function denseNodesIn(bytes: Uint8Array, place: TakePlace): void {
  let [ids, norths, easts]: number[][] = [[], [], []];
  each(bytes, (field, pbf) => {
    if (field === 1) ids = packed(pbf, bytes, "differences");
    else if (field === 8) norths = packed(pbf, bytes, "differences");
    else if (field === 9) easts = packed(pbf, bytes, "differences");
  });
  if (norths.length !== ids.length || easts.length !== ids.length) throw new Error("nodes without places");
  ids.forEach((id, i) => place(id, easts[i], norths[i]));
}
