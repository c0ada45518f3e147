import { type Journeys, NO_JOURNEYS } from "../cost/journeys.ts";
import type { Band, Grades } from "../domain/grades.ts";
import { transportLimit } from "../rules/transport-right.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { Paces } from "../travel/pace.ts";
import type { Distribution } from "./distribution.ts";

/** Metres up to which pupils are taken to walk. */
const WALKED = 1000;

/**
 * How the ways of a district's pupils, `[band]`, are made, by their length alone: on foot up to a kilometre, by bus where section 26 gives
 * a right by length, by bicycle between. O(pupils).
 */
export function journeysOf(grades: Grades, ways: readonly Distribution[]): Journeys {
  const sums = { ...NO_JOURNEYS };
  for (const { band } of grades.bands) {
    const { metres, upTo } = ways[band];
    for (let i = 0; i < metres.length; i++) {
      const trips = 2 * (upTo[i] - (i === 0 ? 0 : upTo[i - 1]));
      const by = modeOf(grades, band, metres[i]);
      sums[by] += (trips * metres[i]) / 1000;
      if (by === "byBus") sums.rides += trips;
    }
  }
  return sums;
}

function modeOf(grades: Grades, band: Band, metres: number): Exclude<keyof Journeys, "rides"> {
  if (metres <= WALKED) return "walked";
  if (metres > transportLimit(grades, band)) return "byBus";
  return cycledIn(band);
}

const cycledIn = (band: Band): "cycledYoung" | "cycled" => (band === 0 ? "cycledYoung" : "cycled");

/** How fast a child is taken to get along: as all pupils are where their hours on the way are added up. */
export const pacesOf = (grades: Grades, { walkSpeed, cycleSpeedYoung, cycleSpeed }: CostModel): Paces => {
  const speeds = { cycledYoung: cycleSpeedYoung, cycled: cycleSpeed };
  return { onFoot: walkSpeed.mid, byBicycle: grades.bands.map(({ band }) => speeds[cycledIn(band)].mid) };
};

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
