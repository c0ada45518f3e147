import type { ModelBuilder, Term } from "../../model/model.ts";
import type { BandGround } from "./band-ground.ts";

/** A unit that goes to another site, or to anywhere else: a column each, in their order. */
interface Move {
  readonly unit: number;
  readonly site: number | "elsewhere";
}

/** A unit goes to one other site at most; `ofUnit`: the columns of its moves. */
export function addMovesOnce(model: ModelBuilder, ofUnit: ReadonlyMap<number, readonly number[]>): void {
  for (const [unit, columns] of ofUnit)
    if (columns.length > 1)
      model.addRow(
        `unit ${unit} moves once`,
        -Infinity,
        1,
        columns.map((column): Term => [column, 1]),
      );
}

/** Pupils who come to a site less those who leave it fit into what is free there; `tight`: sites whose places are counted. */
export function addRoom(
  model: ModelBuilder,
  ground: BandGround,
  moves: readonly Move[],
  tight: ReadonlySet<number>,
): void {
  const load = ground.loadOf(ground.is);
  for (const site of tight) {
    const terms = moves.flatMap(({ unit, site: to }, column): Term[] => {
      const pupils = ground.pupils(unit);
      if (pupils === 0) return [];
      return to === site ? [[column, pupils]] : ground.is[unit] === site ? [[column, -pupils]] : [];
    });
    model.addRow(`places at ${site}`, -Infinity, ground.capacity[site] - load[site], terms);
  }
}
