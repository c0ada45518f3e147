import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import type { FairnessArea, FairnessTableKey } from "../../src/compare/fairness/tables.ts";
import { bandOfChange } from "../../src/compare/fairness/change-bands.ts";
import { pupilChanges } from "../../src/compare/fairness/pupil-changes.ts";
import { hasBand } from "../../src/domain/grades.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { type Cell, spanOf } from "../../src/kernels/disclosure/shown.ts";
import { sum } from "../../src/kernels/sum.ts";
import { ModelBuilder } from "../../src/model/model.ts";
import { openedCase } from "../cases/opened.ts";
import { highs } from "../cases/solver.ts";

/** One site closes and everybody goes to the nearest school that teaches their grades: many small groups in many towns. */
function nearestForAll({ baseline, travel, municipality }: Basis, closed: string): Plan {
  const { unitWalk, siteCount } = travel;
  const teaching = baseline.teaching.map((taught, site) => (municipality.sites[site].id === closed ? 0 : taught));
  const assignment = baseline.assignment.map((_, pair) => {
    const [unit, { band }] = [Math.floor(pair / BAND_COUNT), BANDS[pair % BAND_COUNT]];
    const open = teaching.flatMap((taught, other) => (hasBand(taught, band) ? [other] : []));
    const way = (other: number) => unitWalk[unit * siteCount + other];
    return open.reduce((best, other) => (way(other) < way(best) ? other : best));
  });
  return { ...baseline, id: "nearest", title: "Nearest", teaching, assignment };
}

/** An exact solver takes a while, so every so many are asked about. */
const MOST = 6;
const some = <Item>(items: readonly Item[]): readonly Item[] =>
  items.filter((_, i) => i % Math.ceil(items.length / MOST) === 0);

/**
 * What a reader who knows the map knows: which towns, districts and grades go together, everything that is printed in nearest fives, and more
 * than is printed: every total as it is.
 */
function readersModel(basis: Basis, plan: Plan, by: FairnessArea = "town") {
  const { tables, bands } = fairnessOf(basis, plan, by);
  const changes = pupilChanges(basis, plan);
  const rowsOf = (key: FairnessTableKey) => tables.find((table) => table.key === key)?.rows ?? [];
  const find = (key: FairnessTableKey, name: string) => rowsOf(key).findIndex((row) => row.name.da === name);
  const { scenery, parishes = [] } = basis.municipality;
  const bandAt = (i: number) => {
    const original = bandOfChange(changes.after[i] - changes.before[i]);
    const edges = [-Infinity, -5000, -2000, -500, 500, 2000, 5000];
    return bands.findLastIndex(({ over }) => over <= edges[original]);
  };
  const atoms = new Map<
    string,
    { readonly row: Partial<Record<FairnessTableKey, number>>; readonly truth: number[] }
  >();
  for (let i = 0; i < changes.count; i++) {
    const row = {
      "grade-band": changes.band[i],
      [by]: find(by, (by === "town" ? scenery.places[changes.place[i]] : parishes[changes.parish[i]]).name),
      district: find("district", basis.baseline.districts[changes.district[i]].name),
    };
    const key = JSON.stringify(row);
    const atom = atoms.get(key) ?? { row, truth: bands.map(() => 0) };
    atom.truth[bandAt(i)] += changes.pupils[i];
    atoms.set(key, atom);
  }
  return { atoms: [...atoms.values()], tables, bands };
}

function limits(cell: Cell): readonly [number, number] {
  const { low, high } = spanOf(
    cell.kind === "count" && cell.pupils > 0 ? { kind: "about", pupils: cell.pupils } : cell,
  );
  return [low, Math.min(high, 1e6)];
}

/** Least or most that a sum of unknowns can be, given everything printed, by an exact solver. */
async function extreme(
  { atoms, tables, bands }: ReturnType<typeof readersModel>,
  counted: (atom: number, band: number) => boolean,
  sign: 1 | -1,
): Promise<number> {
  const model = new ModelBuilder();
  const column = atoms.map((_, atom) =>
    bands.map((_band, band) =>
      model.addColumn({ cost: counted(atom, band) ? sign : 0, lower: 0, upper: 10_000, integer: "whole" }),
    ),
  );
  for (const { key, rows } of tables)
    rows.forEach((row, number) => {
      const inside = atoms.flatMap((atom, at) => (atom.row[key] === number ? [at] : []));
      row.cells.forEach((cell, band) =>
        model.addRow(
          "cell",
          ...limits(cell),
          inside.map((atom) => [column[atom][band], 1] as const),
        ),
      );
      const all = inside.flatMap((atom) => column[atom].map((unknown) => [unknown, 1] as const));
      const pupils = sum(inside.flatMap((atom) => atoms[atom].truth));
      model.addRow("row total", pupils, pupils, all);
    });
  bands.forEach((_band, band) => {
    const pupils = sum(atoms.map(({ truth }) => truth[band]));
    const all = atoms.map((_, atom) => [column[atom][band], 1] as const);
    model.addRow("band total", pupils, pupils, all);
  });
  const answer = await highs.solve(model.build());
  if (answer.status !== "optimal") throw new Error(answer.status);
  return Math.round(sign * answer.objective);
}

const rangeOf = async (printed: ReturnType<typeof readersModel>, counted: Parameters<typeof extreme>[1]) =>
  [await extreme(printed, counted, 1), await extreme(printed, counted, -1)] as const;

/** The same tables with every number hidden but zeros and totals: less could not be printed. */
const withAllHidden = ({ tables, ...printed }: ReturnType<typeof readersModel>) => ({
  ...printed,
  tables: tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell): Cell => (cell.kind === "count" && cell.pupils > 0 ? { kind: "hidden" } : cell)),
    })),
  })),
});

test.each(["town", "parish"] as const)(
  "Holbæk redrawn, by %s: an exact solver that reads everything printed knows no more of any small group than the totals tell",
  async (by) => {
    const opened = openedCase("holbaek");
    const printed = readersModel(opened.basis, nearestForAll(opened.basis, "udby"), by);
    expect(printed.tables.map(({ key }) => key)).toEqual(["grade-band", by, "district"]);
    if (by === "town")
      expect(printed.tables.map(({ status }) => status)).toEqual(["published", "published", "published"]);
    const small = printed.tables.flatMap(({ key, rows }) =>
      rows.flatMap(({ name, cells }, row) =>
        cells.flatMap(({ kind }, band) => (kind === "few" ? [{ key, name, row, band }] : [])),
      ),
    );
    expect(small.length).toBeGreaterThan(0);
    const blank = withAllHidden(printed);
    for (const { key, name, row, band } of small) {
      const here = (atom: number, at: number) => at === band && printed.atoms[atom].row[key] === row;
      const range = await rangeOf(printed, here);
      if (range.join() === "1,4") continue;
      // Where few go so far, the totals alone leave a cell fewer than four values: to hide more would make no difference.
      expect(range, `${key} ${name.da}`).toEqual(await rangeOf(blank, here));
      expect(range[0], `${key} ${name.da}`).toBeLessThan(range[1]);
    }
  },
);

test("nor can it find a small group of one town in one district, which stands in no table", async () => {
  const opened = openedCase("holbaek");
  const printed = readersModel(opened.basis, nearestForAll(opened.basis, "udby"));
  const groups = new Map<string, number>();
  printed.atoms.forEach(({ row, truth }) =>
    truth.forEach((count, band) => {
      const key = `${row.town} ${row.district} ${band}`;
      groups.set(key, (groups.get(key) ?? 0) + count);
    }),
  );
  const small = [...groups].filter(([, count]) => count > 0 && count < 5).map(([key]) => key.split(" ").map(Number));
  for (const [town, district, band] of some(small)) {
    const here = (atom: number, at: number) => {
      const { row } = printed.atoms[atom];
      return at === band && row.town === town && row.district === district;
    };
    const [least, most] = [await extreme(printed, here, 1), await extreme(printed, here, -1)];
    expect(least).toBeLessThan(most);
  }
  expect(small.length).toBeGreaterThan(MOST);
});
