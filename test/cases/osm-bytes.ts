import { zlibSync } from "fflate";
import { PbfWriter } from "pbf";

/** What a made-up OpenStreetMap extract holds. */
export interface OsmContent {
  /** Degrees. */
  readonly nodes: readonly { readonly id: number; readonly lon: number; readonly lat: number }[];
  readonly ways: readonly {
    readonly id: number;
    readonly tags: Readonly<Record<string, string>>;
    readonly nodes: readonly number[];
  }[];
}

interface OsmForm {
  /** How nodes are told: packed together, as all programs do today, or one by one. */
  readonly nodes?: "dense" | "plain";
  readonly packed?: "deflated" | "as it is";
  /** What a reader has to know. */
  readonly features?: readonly string[];
  /** Makes another block of each block, before it is packed. */
  readonly damage?: (block: Uint8Array) => Uint8Array;
  /** Nodes of so many billionths of a degree. */
  readonly granularity?: number;
}

/** The bytes of an extract (.osm.pbf): a header, a block of nodes and a block of ways. Written by the description of the format. */
export function osmBytes(content: OsmContent, form: OsmForm = {}): Uint8Array {
  const { features = ["OsmSchema-V0.6", "DenseNodes"], damage = (block) => block } = form;
  const header = message((pbf) => {
    for (const feature of features) pbf.writeStringField(4, feature);
  });
  const blocks = [nodeBlock(content, form), wayBlock(content)];
  return joined([
    fileBlock("OSMHeader", damage(header), form),
    ...blocks.map((block) => fileBlock("OSMData", damage(block), form)),
  ]);
}

function message(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish().slice();
}

function fileBlock(type: string, content: Uint8Array, { packed = "deflated" }: OsmForm): Uint8Array {
  const blob = message((pbf) => {
    if (packed === "as it is") pbf.writeBytesField(1, content);
    else {
      pbf.writeVarintField(2, content.length);
      pbf.writeBytesField(3, zlibSync(content));
    }
  });
  const header = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, blob.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return joined([length, header, blob]);
}

function nodeBlock({ nodes }: OsmContent, { nodes: as = "dense", granularity = 100 }: OsmForm): Uint8Array {
  const steps = (degrees: number): number => Math.round((degrees * 1e9) / granularity);
  const group = message((pbf) => {
    if (as === "dense")
      pbf.writeBytesField(
        2,
        message((dense) => {
          dense.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
          dense.writePackedSVarint(8, differences(nodes.map(({ lat }) => steps(lat))));
          dense.writePackedSVarint(9, differences(nodes.map(({ lon }) => steps(lon))));
        }),
      );
    else
      for (const { id, lon, lat } of nodes)
        pbf.writeBytesField(
          1,
          message((node) => {
            node.writeSVarintField(1, id);
            node.writeSVarintField(8, steps(lat));
            node.writeSVarintField(9, steps(lon));
          }),
        );
  });
  return message((pbf) => {
    pbf.writeBytesField(
      1,
      message((table) => table.writeStringField(1, "")),
    );
    // Programs write the size of a step after what is told in it.
    pbf.writeBytesField(2, group);
    if (granularity !== 100) pbf.writeVarintField(17, granularity);
  });
}

function wayBlock({ ways }: OsmContent): Uint8Array {
  const texts = ["", ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))];
  const numberOf = (text: string): number => texts.indexOf(text);
  return message((pbf) => {
    pbf.writeBytesField(
      1,
      message((table) => texts.forEach((text) => table.writeStringField(1, text))),
    );
    pbf.writeBytesField(
      2,
      message((group) => {
        for (const { id, tags, nodes } of ways)
          group.writeBytesField(
            3,
            message((way) => {
              way.writeVarintField(1, id);
              way.writePackedVarint(2, Object.keys(tags).map(numberOf));
              way.writePackedVarint(3, Object.values(tags).map(numberOf));
              way.writePackedSVarint(8, differences(nodes));
            }),
          );
      }),
    );
  });
}

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((number, i) => number - (i === 0 ? 0 : numbers[i - 1]));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
