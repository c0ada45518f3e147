import { sobolIndices } from "../kernels/uncertainty/sobol.ts";
import { oneAtATime, type OneAtATime } from "../kernels/uncertainty/turning.ts";
import type { SavingParameter } from "../cost/uncertainty.ts";
import { type SavingModel, totalLine } from "./saving-model.ts";

/** What decides between two plans' savings: each parameter by itself, and how much of the difference's variance it carries. */
export interface TurningPoints {
  readonly a: number;
  readonly b: number;
  /** What `a` saves beyond `b` with every parameter in its middle, kroner a year. */
  readonly atMiddle: number;
  /** Largest swing first; parameters that move the difference not at all are left out. */
  readonly rows: readonly TurningRow[];
}

export interface TurningRow extends Omit<OneAtATime, "parameter"> {
  readonly parameter: SavingParameter;
  /** Sobol indices; absent where the difference does not vary. */
  readonly first?: number;
  readonly total?: number;
}

/** Rows of each of the two samples that Sobol indices are estimated from; errors are then about two hundredths. */
const SOBOL_SAMPLES = 4096;

/** The parameters one at a time, with the value at which the plans change places, and all together by Sobol indices. */
export function turningPoints(
  model: SavingModel,
  a: number,
  b: number,
  { seed, samples = SOBOL_SAMPLES }: { readonly seed: number; readonly samples?: number },
): TurningPoints {
  const into = new Float64Array(model.outcomes);
  const difference = (values: Float64Array): number => {
    model.evaluate(values, into);
    return into[totalLine(a)] - into[totalLine(b)];
  };
  const { first, total } = sobolIndices(model.parameters, difference, { samples, seed });
  const atMiddle = difference(Float64Array.from(model.parameters, ({ mid }) => mid));
  const rows = oneAtATime(model.parameters, difference)
    .filter(({ atLow, atHigh, within }) => within === "range" || Math.abs(atHigh - atLow) > 1e-6)
    .map(({ parameter, ...row }): TurningRow => {
      const indices = Number.isNaN(first[parameter])
        ? {}
        : { first: clipped(first[parameter]), total: clipped(total[parameter]) };
      return { ...row, parameter: model.parameters[parameter], ...indices };
    });
  return { a, b, atMiddle, rows };
}

/** Estimates may fall a little outside; shares do not. */
const clipped = (share: number): number => Math.min(1, Math.max(0, share));
