import { extname } from "node:path";
import { catalogue, filled, type Text } from "../domain/language.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { audienceOf } from "../report/internal.ts";
import { geoJsonZip } from "../report/map/geojson-folder.ts";
import { geoPackage } from "../report/map/geopackage.ts";
import { plansMap } from "../report/map/map-file.ts";
import { plansWorkbook, type Workbook, type WorkbookOf } from "../report/workbook.ts";
import { workbookXlsx } from "../report/xlsx.ts";
import type { Arguments } from "./arguments.ts";
import type { Say } from "./say.ts";
import { nodeSqlite } from "./sqlite.ts";

/** What a file is by the end of its name: a workbook, a map for QGIS, or the same layers as GeoJSON. */
const ENDS = [".xlsx", ".gpkg", ".zip"] as const;
type End = (typeof ENDS)[number];

const SAID = catalogue("cli.out-files", {
  wrongEnd: {
    da: "filen skal ende på .xlsx (regneark), .gpkg (kort til QGIS) eller .zip (kortets lag som GeoJSON)",
    en: "the file must end in .xlsx (workbook), .gpkg (map for QGIS) or .zip (the map's layers as GeoJSON)",
  },
});

/** What a file is, of these. */
export const endOf = <Each extends string>(path: string, ends: readonly Each[]): Each | undefined =>
  ends.find((end) => end === extname(path).toLowerCase());

/** The files of `--out`, each of a kind that can be written; told before anything is computed. */
export const outFiles = (args: Arguments): readonly string[] => filesEnding(args, ENDS, SAID.wrongEnd);

/** The same of other kinds, the most usual first. */
export function filesEnding(args: Arguments, ends: readonly string[], wrongEnd: Text): readonly string[] {
  const paths = args.all("out");
  const wrong = paths.find((path) => endOf(path, ends) === undefined);
  if (wrong !== undefined)
    throw args.misused(`--out ${wrong}`, filled(wrongEnd, {}), `--out ${args.command}${ends[0]}`);
  return paths;
}

/** What goes into the files of a command: its plans, and the workbook where it holds more than them. */
interface OutContent extends Omit<WorkbookOf, "audience" | "language"> {
  readonly plans: readonly Evaluation[];
  readonly workbook?: (of: WorkbookOf) => Workbook;
}

/** Writes what `--out` asks for. */
export async function writeOutFiles(
  paths: readonly string[],
  { plans, workbook = (of) => plansWorkbook(plans, of), ...of }: OutContent,
  say: Say,
): Promise<void> {
  for (const path of paths) {
    const whole = { ...of, audience: audienceOf(path), language: say.language };
    await say.write(path, await bytesOf(endOf(path, ENDS) ?? ".xlsx", plans, whole, workbook));
  }
}

async function bytesOf(
  end: End,
  plans: readonly Evaluation[],
  of: WorkbookOf,
  workbook: (of: WorkbookOf) => Workbook,
): Promise<Uint8Array> {
  if (end === ".xlsx") return workbookXlsx(workbook(of));
  const map = plansMap(plans, of);
  return end === ".gpkg" ? geoPackage(map, nodeSqlite) : geoJsonZip(map);
}
