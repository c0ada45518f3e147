import type { kmlWithFolders } from "@tmcw/togeojson";
import { DEGREES } from "../../geo/coordinate-systems.ts";
import { rawFeature, rawGeometry } from "../map-source.ts";
import { decodeText } from "../text.ts";
import { MOST_MEGABYTES, unzip } from "./archive.ts";
import { firstFeatures, type MapLayer, type RawFeature, type RawGeometry } from "./layers.ts";
import type { ReadLayers } from "./readers.ts";

const onError = (level: string, message: string): void => {
  if (level !== "warning") throw new Error(message);
};

/** The folders of a KML or KMZ file as layers; its coordinates are degrees by definition. */
export const readKml: ReadLayers = async ({ file, bytes }, report) => {
  const [{ DOMParser }, converter] = await Promise.all([import("@xmldom/xmldom"), import("@tmcw/togeojson")]);
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const documents = isPacked ? unzip(bytes, (name) => /\.kml$/i.test(name)) : new Map([["", bytes]]);
  if (!(documents instanceof Map)) {
    report("format.too-large", { file }, { name: documents.tooLarge, most: MOST_MEGABYTES });
    return undefined;
  }
  const linked: string[] = [];
  const layers = [...documents.values()].flatMap((content) => {
    const decoded = decodeText(content);
    if ("notText" in decoded) throw new Error("no text");
    const document = new DOMParser({ onError }).parseFromString(decoded.text, "text/xml");
    const found = layersOf(converter.kmlWithFolders(document));
    const count = (name: string): number => document.getElementsByTagNameNS("*", name).length;
    const placemarks = count("Placemark");
    // Of two the second would be lost.
    if (count("ExtendedData") > placemarks) throw new Error("two objects in one");
    const features = found.flatMap((each) => [...firstFeatures(each)]);
    const differs: readonly (readonly [stated: number, read: number])[] = [
      [placemarks, features.length],
      [
        count("Point") + count("LineString") + count("Polygon"),
        features.reduce((sum, { geometry }) => sum + shapesIn(geometry), 0),
      ],
    ];
    for (const [stated, read] of differs) if (read < stated) report("format.count-differs", { file }, { stated, read });
    for (const link of document.getElementsByTagNameNS("*", "NetworkLink")) {
      const place = link.getElementsByTagNameNS("*", "href")[0]?.textContent?.trim() ?? "";
      if (!documents.has(place)) linked.push(place);
    }
    return found;
  });
  if (linked.length > 0) report("format.linked", { file }, { links: linked.join(", ") });
  return layers.filter(({ features }) => features.length > 0);
};

/** Points, lines and areas in a geometry. */
function shapesIn(geometry: RawGeometry | null): number {
  if (!geometry) return 0;
  const { type, coordinates, geometries } = geometry;
  if (Array.isArray(geometries))
    return geometries.reduce((sum: number, each: unknown) => sum + shapesIn(rawGeometry(each)), 0);
  return type.startsWith("Multi") && Array.isArray(coordinates) ? coordinates.length : 1;
}

type Tree = ReturnType<typeof kmlWithFolders>;
type Branch = Tree["children"][number];

/** A layer for each folder at the top, and one for what lies in none. */
function layersOf({ children }: Tree): readonly MapLayer[] {
  const loose = children.filter(({ type }) => type === "Feature");
  const folders = children.flatMap((child, i) =>
    child.type === "folder"
      ? [layer(typeof child.meta["name"] === "string" ? child.meta["name"] : String(i + 1), child.children)]
      : [],
  );
  return loose.length > 0 ? [layer("KML", loose), ...folders] : folders;
}

const layer = (name: string, branches: readonly Branch[]): MapLayer => ({
  kind: "map",
  name,
  features: branches.flatMap(featuresIn),
  crs: DEGREES,
});

/** Placemarks; links to other files and frames of pictures are none. */
const featuresIn = (branch: Branch): readonly RawFeature[] => {
  if (branch.type === "folder") return branch.children.flatMap(featuresIn);
  return branch.properties?.["@geometry-type"] === undefined ? [rawFeature(branch)] : [];
};
