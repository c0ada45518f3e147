import type { Fairness, FairnessArea, FairnessRow, FairnessTable } from "./tables.ts";
import { gradesInWords, type Grades } from "../../domain/grades.ts";
import { catalogue, inBoth, type Text } from "../../domain/language.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { groupSizes } from "../../evaluate/group-sizes.ts";
import { COMPLEMENTARY, FEW, type LinkedTables } from "../../kernels/disclosure/linked-tables.ts";
import { type Cell, cellOf, countsOf, isFew, SMALLEST_SHOWN } from "../../kernels/disclosure/shown.ts";
import { suppress } from "../../kernels/disclosure/suppress.ts";
import { type MergedRows, mergeRows, OTHERS, placeNames } from "./merged-rows.ts";
import { BAND_EDGES, bandOfChange, howManyBeyond, mergeBands } from "./change-bands.ts";
import { type PupilChanges, pupilChanges } from "./pupil-changes.ts";
import { inFives } from "./rounding.ts";
import { worstOff } from "./worst-off.ts";

const SAID = catalogue("compare.fairness.fairness", {
  noDistrict: { da: "Intet distrikt", en: "No district" },
});

/**
 * Everything in it may be printed side by side, and beside any other plan's: small groups are hidden in all tables together (see
 * {@link suppress}), and what is shown is in nearest fives.
 */
export const fairnessOf = (basis: Basis, plan: Plan, by: FairnessArea = "town"): Fairness =>
  inFives(
    countedFairness(basis, plan, by),
    countsOf(basis.municipality.info) === "exactly" ? undefined : groupSizes(basis.municipality),
  );

/** The same before it is told in fives, on which what is hidden reckons: never printed as it is. */
function countedFairness(basis: Basis, plan: Plan, by: FairnessArea = "town"): Fairness {
  const changes = pupilChanges(basis, plan);
  const byBand = new Float64Array(BAND_EDGES.length + 1);
  for (let i = 0; i < changes.count; i++) byBand[changeBand(changes, i)] += changes.pupils[i];
  const { bands, merged } = mergeBands(byBand);
  const publishable = changes.total === 0 || changes.total >= SMALLEST_SHOWN;
  const added = changes.after.map((metres, i) => metres - changes.before[i]);
  // Of few whose way gets longer, the mean of a hundredth would tell how many they are.
  const farther = added.reduce((pupils, metres, i) => pupils + (metres > 0 ? changes.pupils[i] : 0), 0);
  const mostAdded = isFew(farther) ? undefined : worstOff(added, changes.pupils);
  const farthest = worstOff(changes.after, changes.pupils);
  return {
    pupils: cellOf(changes.total),
    unknown: cellOf(changes.unknown),
    bands: publishable ? bands : [],
    beyond: howManyBeyond(byBand),
    tables: publishable ? fairnessTables(basis, changes, by, bands.length, merged) : [],
    ...(mostAdded && { mostAdded }),
    ...(farthest && { farthest }),
  };
}

const changeBand = ({ before, after }: PupilChanges, i: number): number => bandOfChange(after[i] - before[i]);

function fairnessTables(
  basis: Basis,
  changes: PupilChanges,
  by: FairnessArea,
  columns: number,
  merged: readonly number[],
): readonly FairnessTable[] {
  const rows: TableRows = {
    grades: mergeRows(
      changes,
      changes.band,
      basis.municipality.grades.bands.map(({ key }) => gradesInWords(key)),
    ),
    area:
      by === "town"
        ? mergeRows(changes, changes.place, placeNames(basis))
        : mergeRows(changes, ...parishesOf(basis, changes)),
    district: mergeRows(changes, changes.district, districtNames(basis)),
  };
  const linked = linkedTables(basis.municipality.grades, changes, rows, columns, merged);
  const { marks } = suppress(linked);
  return TABLES.map((name, table): FairnessTable => {
    const key = name === "grades" ? "grade-band" : name === "area" ? by : name;
    const mark = marks[table];
    if (!mark) return { key, rows: [], status: "withheld" };
    const cells = new Float64Array(rows[name].names.length * columns);
    const { rowOf } = linked.tables[table];
    linked.counts.forEach((count, at) => (cells[rowOf[Math.floor(at / columns)] * columns + (at % columns)] += count));
    return {
      key,
      status: "published",
      rows: rows[name].names.map((title, row) => rowOfCells(title, row, cells, mark, columns)),
    };
  });
}

function rowOfCells(name: Text, row: number, cells: Float64Array, marks: Uint8Array, columns: number): FairnessRow {
  const own = cells.subarray(row * columns, (row + 1) * columns);
  return {
    name,
    pupils: own.reduce((sum, value) => sum + value, 0),
    cells: Array.from(own, (pupils, column): Cell => {
      const mark = marks[row * columns + column];
      if (mark === FEW) return { kind: "few" };
      return mark === COMPLEMENTARY ? { kind: "hidden" } : { kind: "count", pupils };
    }),
  };
}

/** The tables in the order printed. */
const TABLES = ["grades", "area", "district"] as const;
type TableRows = Readonly<Record<(typeof TABLES)[number], MergedRows>>;

/** Parishes by name, since one may have several centres. */
function parishesOf({ municipality }: Basis, { parish }: PupilChanges): [kind: Uint16Array, names: readonly Text[]] {
  const centres = municipality.parishes ?? [];
  const names = [...new Set(centres.map(({ name }) => name))];
  if (names.length === 0) return [parish, [OTHERS]];
  const numbers = centres.map(({ name }) => names.indexOf(name));
  return [parish.map((centre) => numbers[centre]), names.map((name) => inBoth(() => name))];
}

const districtNames = ({ baseline }: Basis): readonly Text[] => [
  ...baseline.districts.map(({ name }) => inBoth(() => name)),
  SAID.noDistrict,
];

/** The published tables, and area by district: who knows the map could look for that by subtracting one from the other. */
function linkedTables(
  grades: Grades,
  changes: PupilChanges,
  rows: TableRows,
  columns: number,
  merged: readonly number[],
): LinkedTables {
  const districts = rows.district.names.length;
  const pairs = rows.area.names.length * districts;
  const keyOf = (i: number): number =>
    (rows.area.rowOf[i] * districts + rows.district.rowOf[i]) * grades.bandCount + rows.grades.rowOf[i];
  const atoms = new Map<number, number>();
  for (let i = 0; i < changes.count; i++) if (!atoms.has(keyOf(i))) atoms.set(keyOf(i), atoms.size);
  const counts = new Uint32Array(atoms.size * columns);
  for (let i = 0; i < changes.count; i++)
    counts[(atoms.get(keyOf(i)) ?? 0) * columns + merged[changeBand(changes, i)]] += changes.pupils[i];
  const classify = (count: number, kind: "published" | "implied", rowAt: (key: number) => number) => ({
    rows: count,
    rowOf: Uint32Array.from(atoms.keys(), rowAt),
    kind,
  });
  return {
    columns,
    counts,
    written: Array.from({ length: columns }, () => "in-fives" as const),
    tables: [
      classify(rows.grades.names.length, "published", (key) => key % grades.bandCount),
      classify(rows.area.names.length, "published", (key) => Math.floor(key / grades.bandCount / districts)),
      classify(districts, "published", (key) => Math.floor(key / grades.bandCount) % districts),
      classify(pairs, "implied", (key) => Math.floor(key / grades.bandCount)),
    ],
  };
}
