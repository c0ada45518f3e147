import { isRecord } from "../json-shape.ts";
import { CASE_FILE } from "../case-json.ts";
import type { Report } from "../report.ts";
import { composed, decodeText } from "../text.ts";
import { crsOfName } from "../../geo/coordinate-systems.ts";
import { chooseLayer } from "./choose.ts";
import { gatherProblems, isPlaceless, type Layer } from "./layers.ts";
import { type Format, FORMATS, layersOf, type Stated, type Surroundings } from "./readers.ts";
import { type Role, roleOf, ROLES, SHAPE_PARTS, type ShapePart } from "./roles.ts";
import { contentOf } from "./sniff.ts";
import type { FileBytes, ReadFiles, Source } from "./sources.ts";

/** Reads what of a case folder comes in another format than the case's own, whatever it is called: the step before `importCase` and `openCase`. */
export async function readFormats(bytes: FileBytes, surroundings: Surroundings = {}): Promise<ReadFiles> {
  const { report, problems } = gatherProblems();
  const stated = statedOf(bytes);
  const sources = new Map<string, Source>();
  for (const { role, from } of givenFor(bytes)) {
    const main = from[0];
    if (from.length > 1 && !isOneShapefile(from)) {
      report("format.two-files", { file: role.path }, { files: from.map(({ path }) => path).join(", ") });
      sources.set(role.path, { from: from.map(({ path }) => path), told: main.path, content: "unreadable" });
      continue;
    }
    const source = await readOne(role, from, stated(role), surroundings, report);
    if (source) sources.set(role.path, source);
  }
  return { bytes, sources, repeat: (to) => problems.forEach((say) => say(to)) };
}

interface Given {
  readonly path: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** The files that are there for each file of the case, in its order. */
function givenFor(files: FileBytes): readonly { readonly role: Role; readonly from: readonly Given[] }[] {
  const byRole = new Map<string, Given[]>();
  for (const [path, bytes] of files) {
    const found = roleOf(composed(path));
    if (!found) continue;
    const given = byRole.get(found.role.path) ?? [];
    byRole.set(found.role.path, [...given, { path, ending: found.ending, bytes }]);
  }
  return ROLES.flatMap((role) => {
    const from = byRole.get(role.path)?.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return from ? [{ role, from }] : [];
  });
}

const isPart = (ending: string): ending is ShapePart => SHAPE_PARTS.some((part) => part === ending);
/** The files of one shapefile, unpacked; parts of one that lie beside another file are more than one file too. */
const isOneShapefile = (from: readonly Given[]): boolean => from.every(({ ending }) => isPart(ending));

/** Text of the case's own kinds under another name. */
const TEXT_ENDINGS: Readonly<Record<Role["kind"], readonly string[]>> = {
  table: ["csv", "tsv", "txt", "xls"],
  map: ["geojson", "json"],
};

/** `undefined` where the file is what the case writes itself: that is read by import, from its bytes. */
async function readOne(
  role: Role,
  from: readonly Given[],
  stated: Stated,
  surroundings: Surroundings,
  report: Report,
): Promise<Source | undefined> {
  const main = from.find(({ ending }) => ending === "shp") ?? from[0];
  const source = { from: from.map(({ path }) => path), told: main.path };
  // Told by what it stands for, as import tells everything; the real name comes at the end.
  const at = { file: role.path };
  const content = contentOf(main.bytes, role);
  if (content === undefined && main.path === role.path) return undefined;
  if (content === undefined && TEXT_ENDINGS[role.kind].includes(main.ending))
    return { ...source, content: { kind: "text", bytes: main.bytes } };
  if (content === "old-excel") report("format.old-excel", at, {});
  const format = formatOf(content, main.ending);
  // Every ending that a role can have is some format's.
  if (!format) return { ...source, content: "unreadable" };
  if (!format.endings.includes(main.ending))
    report("format.otherwise-named", at, { named: `.${main.ending}`, found: format.name });
  const parts = new Map(from.flatMap(({ ending, bytes }) => (isPart(ending) ? [[ending, bytes] as const] : [])));
  const input = { file: role.path, bytes: main.bytes, parts, role: role.stem, stated, surroundings };
  const layers = await layersOf(format, input, report);
  const chosen = layers && chooseLayer(role.path, role, layers, stated.layer, report);
  if (chosen?.kind === "map") for (const say of chosen.problems ?? []) say(report);
  const layer = chosen && withCrs(chosen, role, format, stated, report);
  if (!layers || !layer) return { ...source, content: "unreadable" };
  return { ...source, told: layers.length > 1 ? `${main.path}: ${layer.name}` : main.path, content: layer };
}

/** What the bytes show goes before what the name says; a damaged file is tried as what it is called. */
const formatOf = (content: ReturnType<typeof contentOf>, ending: string): Format | undefined =>
  FORMATS.find(({ key, endings }: Format) => (content === undefined ? endings.includes(ending) : key === content));

/** A layer with the coordinate system that case.json says it is in, before what the file says; `undefined` where neither says it. */
function withCrs(layer: Layer, role: Role, { states }: Format, stated: Stated, report: Report): Layer | undefined {
  if (layer.kind === "table") return layer;
  const { crs = layer.crs } = stated;
  if (crs !== undefined || states === undefined || isPlaceless(layer)) return { ...layer, ...(crs && { crs }) };
  if (stated.ofAll === undefined) report("format.crs-asked", { file: role.path }, { role: role.stem });
  return stated.ofAll && { ...layer, crs: stated.ofAll };
}

/** What case.json says of each file; one that cannot be read says nothing, and import says why. */
function statedOf(files: FileBytes): (role: Role) => Stated {
  const bytes = files.get(CASE_FILE);
  const decoded = bytes && decodeText(bytes);
  const value = decoded && "text" in decoded ? parsed(decoded.text) : undefined;
  const ofAll = isRecord(value) ? textAt(value, "crs") : undefined;
  const byRole = isRecord(value) && isRecord(value["files"]) ? value["files"] : {};
  return ({ stem }) => {
    const own = isRecord(byRole[stem]) ? byRole[stem] : {};
    const [layer, encoding] = [textAt(own, "layer"), textAt(own, "encoding")];
    const crs = crsOfName(textAt(own, "crs") ?? "");
    const known = crsOfName(ofAll ?? "");
    return {
      ...(layer !== undefined && { layer }),
      ...(encoding !== undefined && { encoding }),
      ...(crs && { crs }),
      ...(known && { ofAll: known }),
    };
  };
}

const textAt = (record: Readonly<Record<string, unknown>>, key: string): string | undefined => {
  const value = record[key];
  return typeof value === "string" ? value : undefined;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
