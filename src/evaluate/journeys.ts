import { type Journeys, NO_JOURNEYS } from "../cost/journeys.ts";
import { BANDS, type Band } from "../domain/grades.ts";
import { transportLimit } from "../rules/transport-right.ts";
import type { Distribution } from "./distribution.ts";

/** Metres up to which pupils are taken to walk. */
const WALKED = 1000;

/**
 * How the ways of a district's pupils, `[band]`, are made, by their length alone: on foot up to a kilometre, by bus where section 26 gives
 * a right by length, by bicycle between. O(pupils).
 */
export function journeysOf(ways: readonly Distribution[]): Journeys {
  const sums = { ...NO_JOURNEYS };
  for (const { band } of BANDS)
    ways[band].metres.forEach((metres, i) => {
      const { upTo } = ways[band];
      const trips = 2 * (upTo[i] - (i === 0 ? 0 : upTo[i - 1]));
      const by = modeOf(band, metres);
      sums[by] += (trips * metres) / 1000;
      if (by === "byBus") sums.rides += trips;
    });
  return sums;
}

function modeOf(band: Band, metres: number): Exclude<keyof Journeys, "rides"> {
  if (metres <= WALKED) return "walked";
  if (metres > transportLimit(band)) return "byBus";
  return band === 0 ? "cycledYoung" : "cycled";
}

export const addJourneys = (all: readonly Journeys[]): Journeys =>
  all.reduce(
    (sum, each) => ({
      walked: sum.walked + each.walked,
      cycledYoung: sum.cycledYoung + each.cycledYoung,
      cycled: sum.cycled + each.cycled,
      byBus: sum.byBus + each.byBus,
      rides: sum.rides + each.rides,
    }),
    NO_JOURNEYS,
  );
