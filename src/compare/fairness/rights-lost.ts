import { inBoth, type Text } from "../../domain/language.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { COMPLEMENTARY, FEW, type LinkedTables, SHOWN } from "../../kernels/disclosure/linked-tables.ts";
import { type Cell, roundedCell, SMALLEST_SHOWN } from "../../kernels/disclosure/shown.ts";
import { suppress } from "../../kernels/disclosure/suppress.ts";
import { sum } from "../../kernels/sum.ts";
import { type MergedRows, mergeRows, OTHERS, placeNames } from "./merged-rows.ts";
import { type PupilChanges, pupilChanges } from "./pupil-changes.ts";

/** Who loses the right to free transport, by the school of today and by town. Safe to publish beside each other. */
export interface RightsLost {
  readonly schools: readonly LostRow[];
  readonly towns: readonly LostRow[];
  /** "withheld": some lose it, but so few, or so few do not, that where they are would tell who. */
  readonly status: "published" | "withheld";
}

/** Pupils who lose the right, to the nearest five; a row where none do is left out. */
interface LostRow {
  readonly name: Text;
  /** Of the row that the smallest went into. */
  readonly is?: "others";
  readonly lost: Cell;
}

/** Columns of the tables: who does not lose the right, and who does. */
const COLUMNS = 2;
const LOSES = 1;

export function rightsLost(basis: Basis, plan: Plan): RightsLost {
  const changes = pupilChanges(basis, plan);
  const losing = changes.pupils.map((pupils, i) => pupils * changes.losesRight[i]);
  const lost = sum(losing);
  if (lost === 0) return { schools: [], towns: [], status: "published" };
  if (lost < SMALLEST_SHOWN || changes.total - lost < SMALLEST_SHOWN)
    return { schools: [], towns: [], status: "withheld" };
  // By those who lose it alone.
  const { count } = changes;
  const schools = mergeRows({ pupils: losing, count }, changes.school, schoolNames(basis));
  const towns = mergeRows({ pupils: losing, count }, changes.place, placeNames(basis));
  const linked = linkedTables(changes, schools, towns);
  const { marks } = suppress(linked);
  const [ofSchools, ofTowns] = marks;
  if (!ofSchools && !ofTowns) return { schools: [], towns: [], status: "withheld" };
  return {
    schools: lostRows(schools, losing, ofSchools),
    towns: lostRows(towns, losing, ofTowns),
    status: "published",
  };
}

const schoolNames = ({ municipality }: Basis): readonly Text[] =>
  municipality.sites.map(({ name }) => inBoth(() => name));

function lostRows(
  { names, rowOf }: MergedRows,
  losing: Uint16Array,
  marks: Uint8Array | undefined,
): readonly LostRow[] {
  if (!marks) return [];
  const lost = new Float64Array(names.length);
  rowOf.forEach((row, i) => (lost[row] += losing[i]));
  return names.flatMap((name, row) => {
    const mark = marks[row * COLUMNS + LOSES];
    if (mark === SHOWN && lost[row] === 0) return [];
    return [{ name, lost: cellAt(mark, lost[row]), ...(name === OTHERS && { is: "others" as const }) }];
  });
}

const cellAt = (mark: number, lost: number): Cell =>
  mark === FEW ? { kind: "few" } : mark === COMPLEMENTARY ? { kind: "hidden" } : roundedCell(lost);

/** By school, by town, and by school in each town: who knows the map could look for that by subtracting one from the other. */
function linkedTables(
  { count, pupils, losesRight }: PupilChanges,
  schools: MergedRows,
  towns: MergedRows,
): LinkedTables {
  const atoms = new Map<number, number>();
  const keyOf = (i: number): number => schools.rowOf[i] * towns.names.length + towns.rowOf[i];
  for (let i = 0; i < count; i++) if (!atoms.has(keyOf(i))) atoms.set(keyOf(i), atoms.size);
  const counts = new Uint32Array(atoms.size * COLUMNS);
  for (let i = 0; i < count; i++) counts[(atoms.get(keyOf(i)) ?? 0) * COLUMNS + losesRight[i]] += pupils[i];
  const keys = [...atoms.keys()];
  return {
    columns: COLUMNS,
    counts,
    written: ["nowhere", "in-fives"],
    tables: [
      {
        rows: schools.names.length,
        rowOf: Uint32Array.from(keys, (key) => Math.floor(key / towns.names.length)),
        kind: "published",
      },
      { rows: towns.names.length, rowOf: Uint32Array.from(keys, (key) => key % towns.names.length), kind: "published" },
      { rows: keys.length, rowOf: Uint32Array.from(keys, (_, atom) => atom), kind: "implied" },
    ],
  };
}
