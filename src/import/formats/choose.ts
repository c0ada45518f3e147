import { quotedList } from "../../domain/language.ts";
import { plainName } from "../columns.ts";
import type { Report } from "../report.ts";
import { firstFeatures, isPlaceless, type Layer, type MapLayer } from "./layers.ts";
import { WANTED } from "./wanted.ts";
import type { Role } from "./roles.ts";

/**
 * The layer of a file that stands for a file of the case: the one that case.json names; else of those that could be it the only one, the one
 * of its name, or the one with its columns. Which was taken where there were others is said; where it cannot be told, that is asked.
 */
export function chooseLayer(
  file: string,
  role: Role,
  layers: readonly Layer[],
  stated: string | undefined,
  report: Report,
): Layer | undefined {
  const names = layers.map(({ name }) => name);
  if (stated !== undefined) {
    const named = layers.find(({ name }) => name === stated) ?? layers.find(({ name }) => isAlike(name, stated));
    if (!named) report("format.layer-unknown", { file }, { role: role.stem, wanted: stated, found: quotedList(names) });
    return named;
  }
  const filled = layers.filter(hasContent);
  const shown = filled.filter((layer) => layer.kind === "map" || !layer.hidden);
  const usable = (shown.length > 0 ? shown : filled).filter((layer) => canBe(role, layer));
  if (usable.length === 0) {
    report("format.no-layer", { file }, { wanted: WANTED[role.path].words, found: quotedList(names) });
    return undefined;
  }
  const meant = narrowed(usable, role);
  if (meant.length > 1) {
    const found = quotedList(meant.map(({ name }) => name));
    report("format.which-layer", { file }, { role: role.stem, found });
    return undefined;
  }
  const [chosen] = meant;
  if (chosen.kind === "table" && chosen.hidden)
    report("format.hidden-sheet", { file }, { role: role.stem, chosen: chosen.name });
  const others = filled.filter((layer) => layer !== chosen).map(({ name }) => name);
  if (others.length > 0)
    report("format.layer-chosen", { file }, { role: role.stem, chosen: chosen.name, others: quotedList(others) });
  return chosen;
}

const isAlike = (one: string, other: string): boolean => plainName(one) === plainName(other);

const hasContent = (layer: Layer): boolean =>
  layer.kind === "map"
    ? layer.features.length > 0 || isTroubled(layer)
    : layer.rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ""));

/** A layer that could not be read may be the one that is wanted. */
const isTroubled = (layer: MapLayer): boolean => (layer.problems ?? []).length > 0 && isPlaceless(layer);

/** Whether a layer can be what is wanted at all: maps need geometries of the kind, tables take anything. */
function canBe(role: Role, layer: Layer): boolean {
  if (role.kind === "table") return true;
  if (layer.kind === "table") return false;
  const { geometries } = WANTED[role.path];
  if (isTroubled(layer)) return true;
  for (const { geometry } of firstFeatures(layer)) if (geometry && geometries.includes(geometry.type)) return true;
  return false;
}

/** Of several that could be it those that have its name, else those that have its columns, if any do. */
function narrowed(layers: readonly Layer[], role: Role): readonly Layer[] {
  if (layers.length < 2) return layers;
  const { names, columns } = WANTED[role.path];
  const wanted = new Set([role.stem, ...names].map(plainName));
  const named = layers.filter(({ name }) => wanted.has(plainName(name)));
  if (named.length > 0) return named;
  const fitting = layers.filter((layer) => {
    const found = headersOf(layer);
    return columns.length > 0 && columns.every((known) => known.some((name) => found.has(plainName(name))));
  });
  return fitting.length > 0 ? fitting : layers;
}

/** What a layer's columns are called; of a sheet what stands in its first rows, since titles may stand above the header. */
const HEADER_AMONG = 10;
const headersOf = (layer: Layer): ReadonlySet<string> =>
  new Set(
    (layer.kind === "map"
      ? [...firstFeatures(layer, HEADER_AMONG)].flatMap(({ properties }) => Object.keys(properties))
      : layer.rows.slice(0, HEADER_AMONG).flatMap(({ cells }) => cells)
    ).map(plainName),
  );
