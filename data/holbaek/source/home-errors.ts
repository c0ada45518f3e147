import { BANDS, BAND_COUNT } from "./folkeskole.ts";
import { NO_SITE } from "../../../src/domain/plan.ts";
import type { Basis } from "../../../src/evaluate/basis.ts";
import { polygonLocator } from "../../../src/geo/polygon-locator.ts";
import type { GridCell } from "./real.ts";

/** How far pupils' ways to school on one network are from those on another, as shares of the other's. */
export interface WayErrors {
  /** Pupils whose way is known on both. */
  readonly pupils: number;
  readonly median: number;
  /** Share of the pupils whose way is off by more than {@link FAR_OFF}. */
  readonly farOff: number;
  /** The same of longer and of shorter ways by themselves. */
  readonly tooLong: number;
  readonly tooShort: number;
}

export const FAR_OFF = 0.25;

/** Home to today's school on foot or by bicycle, pupil by pupil: the same homes and schools on two road networks. */
export function wayErrors(schematic: Basis, real: Basis): WayErrors {
  const errors: number[] = [];
  const { municipality, travel, baseline, pointBand } = schematic;
  const { firstPoint } = municipality.demand;
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (const { band } of BANDS) {
      const site = baseline.assignment[unit * BAND_COUNT + band];
      if (site === NO_SITE) continue;
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
        const way = point * travel.siteCount + site;
        const [metres, realMetres] = [travel.walk[way], real.travel.walk[way]];
        const error = metres / realMetres - 1;
        if (Number.isFinite(metres) && Number.isFinite(realMetres))
          for (let pupil = 0; pupil < pointBand[point * BAND_COUNT + band]; pupil++) errors.push(error);
      }
    }
  const sorted = errors.map(Math.abs).toSorted((a, b) => a - b);
  const share = (isCounted: (error: number) => boolean): number => errors.filter(isCounted).length / errors.length;
  return {
    pupils: errors.length,
    median: sorted[Math.floor((sorted.length - 1) / 2)],
    farOff: share((error) => Math.abs(error) > FAR_OFF),
    tooLong: share((error) => error > FAR_OFF),
    tooShort: share((error) => error < -FAR_OFF),
  };
}

/** How alike pupils and the grid's children are spread over its cells. */
export interface GridFit {
  /** Cells with children or pupils. */
  readonly cells: number;
  /** Pearson's correlation of pupils with children under 15, cell by cell. */
  readonly correlation: number;
  /** Share of the pupils who would have to live in another cell for both to be spread alike. */
  readonly misplaced: number;
}

export function gridFit({ municipality, pointBand }: Basis, grid: readonly GridCell[]): GridFit {
  const { demand } = municipality;
  const locator = polygonLocator(grid.map(({ geometry }) => geometry));
  const pupils = new Float64Array(grid.length);
  for (let point = 0; point < demand.pointCount; point++) {
    const living = BANDS.reduce((sum, { band }) => sum + pointBand[point * BAND_COUNT + band], 0);
    const cell = living > 0 ? locator.at({ lon: demand.lon[point], lat: demand.lat[point] }) : undefined;
    if (cell !== undefined) pupils[cell] += living;
  }
  const children = grid.map(({ properties }) => properties.age_lt15 * properties.frac_holbaek);
  const used = grid.flatMap((_, cell) => (children[cell] + pupils[cell] > 0 ? [cell] : []));
  const [made, real] = [pupils, children].map((all) => used.map((cell) => all[cell]));
  const [madeSum, realSum] = [made, real].map((all) => all.reduce((sum, each) => sum + each, 0));
  return {
    cells: used.length,
    correlation: correlation(made, real),
    misplaced: made.reduce((sum, each, i) => sum + Math.abs(each / madeSum - real[i] / realSum), 0) / 2,
  };
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [offMean(xs), offMean(ys)];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

function offMean(all: readonly number[]): readonly number[] {
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  return all.map((each) => each - mean);
}

const product = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, each, i) => sum + each * other[i], 0);
