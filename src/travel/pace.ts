/** How fast children get along, km/h: assumed, and said wherever minutes are. */
export const PACES = { onFoot: 5, byBicycle: 15 } as const;

/** Minutes for metres at a pace in km/h. */
export const minutesAt = (metres: number, pace: number): number => (metres / 1000 / pace) * 60;
