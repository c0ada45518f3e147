/** Kilometres east and north of where the case's own count begins. */
export type Spot = readonly [east: number, north: number];

/** "9,12 10.5,9.5": spots as they are typed in. */
export const spots = (typed: string): readonly Spot[] =>
  typed
    .trim()
    .split(/\s+/)
    .map((pair): Spot => {
      const [east, north] = pair.split(",").map(Number);
      return [east, north];
    });
