import { seededRandom } from "../../src/kernels/random.ts";
import { type Model, ModelBuilder, type Term } from "../../src/model/model.ts";

/** Small bounded models with whole-number data, about half of the columns whole; some are infeasible. */
export function randomModel(seed: number): Model {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const model = new ModelBuilder();
  const columns = Array.from({ length: whole(2, 7) }, () => {
    const lower = whole(-2, 1);
    return model.addColumn({
      cost: whole(-9, 9),
      lower,
      upper: lower + whole(1, 6),
      integer: random() < 0.6 ? "whole" : "any",
    });
  });
  for (let row = whole(1, 6); row > 0; row--) {
    const terms: Term[] = columns.flatMap((column) => (random() < 0.6 ? [[column, whole(-5, 9)] as const] : []));
    const kind = random();
    const bound = whole(-3, 20);
    if (kind < 0.6) model.addRow(`row ${row}`, -Infinity, bound, terms);
    else if (kind < 0.9) model.addRow(`row ${row}`, Math.min(bound, 6), Infinity, terms);
    else model.addRow(`row ${row}`, bound - 4, bound, terms);
  }
  return model.build();
}
