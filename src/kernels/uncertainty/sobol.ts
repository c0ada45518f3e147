import type { Random } from "../random.ts";
import { quantileOf, type UncertainParameter } from "./draws.ts";
import { seededDraws } from "./generator.ts";

/** How much of the outcome's variance each parameter accounts for, `[parameter]`. */
interface SobolIndices {
  /** By itself. */
  readonly first: Float64Array;
  /** With everything it does together with others: 0 means that it does not matter. */
  readonly total: Float64Array;
  readonly variance: number;
}

/**
 * First-order indices by Saltelli et al. 2010 ("Variance based sensitivity analysis of model output", table 2, b), total ones by Jansen
 * 1999 (there e), from two Latin hypercubes of `samples` rows: (parameters + 2) * samples evaluations. Parameters are drawn
 * independently of each other: with correlated ones the shares would not add up to a decomposition. Indices are `NaN` where the outcome
 * does not vary. Estimates may fall a little outside 0 … 1.
 */
export function sobolIndices(
  parameters: readonly UncertainParameter[],
  evaluate: (values: Float64Array) => number,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): SobolIndices {
  const random = seededDraws(seed);
  const [a, b] = [latinHypercube(parameters, samples, random), latinHypercube(parameters, samples, random)];
  const values = new Float64Array(parameters.length);
  /** The model on the rows of one sample, with the column of one parameter taken from the other. */
  const run = (rows: readonly Float64Array[], from: readonly Float64Array[], taken: number): Float64Array =>
    Float64Array.from({ length: samples }, (_, row) => {
      for (let i = 0; i < values.length; i++) values[i] = (i === taken ? from : rows)[i][row];
      return evaluate(values);
    });
  const [ofA, ofB] = [run(a, a, -1), run(b, b, -1)];
  const { mean, variance } = momentsOf(ofA, ofB);
  const first = new Float64Array(parameters.length).fill(NaN);
  const total = first.slice();
  const spreads = variance > 1e-24 * Math.max(1, mean * mean);
  if (spreads)
    parameters.forEach((_, i) => {
      const mixed = run(a, b, i);
      let [together, apart] = [0, 0];
      for (let row = 0; row < samples; row++) {
        // Centred on the mean, which the estimator's expectation does not see but its error does.
        together += (ofB[row] - mean) * (mixed[row] - ofA[row]);
        apart += (ofA[row] - mixed[row]) ** 2;
      }
      first[i] = together / samples / variance;
      total[i] = apart / (2 * samples) / variance;
    });
  return { first, total, variance: spreads ? variance : 0 };
}

/** Each parameter's range cut into as many equally likely slices as there are rows, one draw in each, shuffled. */
function latinHypercube(
  parameters: readonly UncertainParameter[],
  rows: number,
  random: Random,
): readonly Float64Array[] {
  return parameters.map((parameter) => {
    const column = Float64Array.from({ length: rows }, (_, slice) => quantileOf(parameter, (slice + random()) / rows));
    for (let last = rows - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [column[last], column[other]] = [column[other], column[last]];
    }
    return column;
  });
}

function momentsOf(...samples: readonly Float64Array[]): { readonly mean: number; readonly variance: number } {
  const all = samples.flatMap((sample) => [...sample]);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, variance: all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length };
}
