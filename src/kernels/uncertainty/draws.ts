import { normalCdf, normalDraws, seededDraws } from "./generator.ts";

export type Shape = "triangular" | "uniform" | "either";

/** A figure that is not known exactly: `low <= mid <= high`, all in one unit. Equal ends mean that it is taken as known. */
export interface UncertainParameter {
  readonly key: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /**
   * How likely the values between are; triangular with its top at `mid` unless said. "either": mostly near one end or the other, `mid` in
   * the middle between them.
   */
  readonly shape?: Shape;
  /** What it cannot exceed by its nature, such as a share 1, where it is followed beyond its range. */
  readonly most?: number;
  /** Values drawn elsewhere, used in turn in place of the shape; those of several parameters stay together, draw by draw. */
  readonly drawn?: Float64Array;
}

/** Parameters that move together. `r` is the correlation of the normal numbers behind each pair of them. */
export interface CorrelatedGroup {
  readonly keys: readonly string[];
  readonly r: number;
}

/** Values by parameter, `values[parameter][draw]`, in the order of the parameters given. */
interface ParameterDraws {
  readonly count: number;
  readonly values: readonly Float64Array[];
}

/** The value below which a share `u` of the draws lies. Triangular: Kotz and van Dorp 2004, "Beyond Beta", chapter 1; either: the arcsine law. */
export function quantileOf({ low, mid, high, shape = "triangular" }: UncertainParameter, u: number): number {
  const width = high - low;
  if (width === 0) return mid;
  if (shape === "uniform") return low + u * width;
  if (shape === "either") return low + width * Math.sin((Math.PI * u) / 2) ** 2;
  const below = (mid - low) / width;
  return u < below ? low + Math.sqrt(u * width * (mid - low)) : high - Math.sqrt((1 - u) * width * (high - mid));
}

/**
 * Draws of all parameters at once, the same for the same seed. Parameters of a group are joined by a Gaussian copula (Nelsen
 * 2006, "An Introduction to Copulas"): normal numbers with the stated correlation are turned into shares and those into
 * values, so each keeps its own range and shape. Keys of groups that are no parameters are left out. Throws a `RangeError`
 * where the correlations contradict each other.
 */
export function drawParameters(
  parameters: readonly UncertainParameter[],
  groups: readonly CorrelatedGroup[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): ParameterDraws {
  const values = parameters.map(() => new Float64Array(draws));
  const normal = normalDraws(seededDraws(seed));
  const root = choleskyRoot(correlationMatrix(parameters, groups), parameters.length);
  const own = new Float64Array(parameters.length);
  for (let draw = 0; draw < draws; draw++)
    for (let i = 0; i < parameters.length; i++) {
      const { drawn } = parameters[i];
      // Nothing is drawn for it here, so that however many there are, all others have the same draws.
      own[i] = drawn ? 0 : normal();
      let joined = 0;
      for (let j = 0; j <= i; j++) joined += root[i * parameters.length + j] * own[j];
      values[i][draw] = drawn ? drawn[draw % drawn.length] : quantileOf(parameters[i], normalCdf(joined));
    }
  return { count: draws, values };
}

/** Row-major, ones on the diagonal. A pair in several groups takes the last. */
function correlationMatrix(
  parameters: readonly UncertainParameter[],
  groups: readonly CorrelatedGroup[],
): Float64Array {
  const size = parameters.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  for (const { keys, r } of groups) {
    const members = parameters.flatMap(({ key }, i) => (keys.includes(key) ? [i] : []));
    for (const i of members) for (const j of members) if (i !== j) matrix[i * size + j] = r;
  }
  return matrix;
}

/** Lower triangular L with L Lᵀ = the matrix, row-major. Throws a `RangeError` unless it is positive definite. */
export function choleskyRoot(matrix: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j];
      for (let k = 0; k < j; k++) rest -= root[i * size + k] * root[j * size + k];
      if (i !== j) root[i * size + j] = rest / root[j * size + j];
      else if (rest > 1e-12) root[i * size + i] = Math.sqrt(rest);
      else throw new RangeError("These correlations cannot hold together.");
    }
  return root;
}
