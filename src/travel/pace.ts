/** How fast pupils get along, km/h. */
export interface Paces {
  readonly onFoot: number;
  /** `[band]` */
  readonly byBicycle: readonly number[];
}

/** Minutes for metres at a pace in km/h. */
export const minutesAt = (metres: number, pace: number): number => (metres / 1000 / pace) * 60;
