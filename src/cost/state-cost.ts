import { hoursADay, type Journeys, SCHOOL_DAYS } from "./journeys.ts";
import type { CostParameterKey, CostValues } from "./parameters/table.ts";

/** What costs a municipality money in one state of its schools: a plan's, or today's. Nothing in it looks at another state. */
export interface StateDrivers {
  /** One a district with an open site: its pupils and its open sites. */
  readonly schools: readonly { readonly pupils: number; readonly sites: number }[];
  /** Classes to be expected at sites without a price of their own: each grade by itself, and as few as the law allows. */
  readonly classes: Classes;
  /** The same in kroner a year at sites with a price of a class of their own, and the buildings of those with accounts. */
  readonly own: Classes & { readonly buildings: number };
  /** Pupils that the buildings of the open sites hold, at those of 200 and more and at smaller ones; m² where the case states them. */
  readonly housed: number;
  readonly housedSmall: number;
  readonly area: number;
  /** Pupils beyond the places that the case's files give each site. */
  readonly overflow: number;
  readonly transportRights: number;
  /** Of these, those whose way goes over water by ferry. */
  readonly rightsByFerry: number;
  /** Of those with the right, those whose way a public bus of the timetable serves; absent where the case has no timetable. */
  readonly rightsByBus?: RightsByBus;
  /** Pupils' ways on a school day. */
  readonly journeys: Journeys;
  /** What a proposal itself takes for granted that it costs, kroner a year and once; absent where it assumes no cost. */
  readonly assumed?: AssumedSums;
}

/** Pupils whose way a public bus surely serves, and those whose way it perhaps does. */
interface RightsByBus {
  readonly surely: number;
  readonly perhaps: number;
}

/** `apart`: expected, every grade taught by itself; `together`: grades taught together as far as sections 25 and 55 allow. */
export interface Classes {
  readonly apart: number;
  readonly together: number;
}

export interface AssumedSums {
  readonly yearly: number;
  readonly once: number;
}

/** The categories that are the difference of what two states cost. */
export const STATE_CATEGORIES = ["leadership", "classes", "buildings", "transport", "time", "assumed"] as const;
export type StateCategory = (typeof STATE_CATEGORIES)[number];

/** What a state costs in one category, kroner a year at one value of every parameter, and which parameters that rests on. */
interface StateRule {
  readonly rests: readonly CostParameterKey[];
  readonly cost: (state: StateDrivers, at: CostValues) => number;
}

export const STATE_RULES: Readonly<Record<StateCategory, StateRule>> = {
  leadership: {
    rests: ["schoolLeader", "siteLeader", "administrator", "pupilsPerAdministrator", "leastOffice", "ownOrganisation"],
    cost: organisationCost,
  },
  classes: {
    rests: ["class", "jointTeaching"],
    cost: ({ classes, own }, at) => classesAt(classes, at.jointTeaching) * at.class + classesAt(own, at.jointTeaching),
  },
  buildings: {
    rests: ["areaPerPupil", "areaPerPupilSmall", "buildingOperation", "pavilion", "pupilsPerPavilion"],
    cost: ({ housed, housedSmall, area, own, overflow }, at) =>
      (housed * at.areaPerPupil + housedSmall * at.areaPerPupilSmall + area) * at.buildingOperation +
      own.buildings +
      (overflow * at.pavilion) / at.pupilsPerPavilion,
  },
  transport: {
    rests: ["travelCard", "withoutPublicBus", "ownBusPupil", "byTaxi", "taxi", "ferry"],
    cost: (state, at) => rightsCost(state, at) + state.rightsByFerry * at.ferry,
  },
  time: {
    rests: ["walkSpeed", "cycleSpeedYoung", "cycleSpeed", "busSpeed", "busWait", "hourValue"],
    cost: ({ journeys }, at) => SCHOOL_DAYS * hoursADay(journeys, at) * at.hourValue,
  },
  assumed: { rests: [], cost: ({ assumed }) => assumed?.yearly ?? 0 },
};

/** Classes, kroner: a share of the way from every grade by itself to all that the law lets be taught together. */
export const classesAt = ({ apart, together }: Classes, share: number): number => apart - share * (apart - together);

/**
 * One organisation of schools, whichever way it came about: each school has a leader, each further site a deputy, an office by
 * its pupils but never less than the least, and what else being a school of its own costs.
 */
function organisationCost({ schools }: StateDrivers, at: CostValues): number {
  let kroner = 0;
  for (const { pupils, sites } of schools)
    kroner +=
      at.schoolLeader +
      (sites - 1) * at.siteLeader +
      Math.max(at.leastOffice, pupils / at.pupilsPerAdministrator) * at.administrator +
      at.ownOrganisation;
  return kroner;
}

/** Of rights to transport on land: a card each where a public bus surely serves, none where it does not, and of those in doubt a share. */
const rightsCost = (state: StateDrivers, at: CostValues): number => {
  const { surely, perhaps, not } = rightsInKinds(state);
  return surely * at.travelCard + perhaps * rightCost(at) + not * ownTransportCost(at);
};

/** Pupils with the right by whether a public bus serves them; without a timetable that is in doubt of all. */
export function rightsInKinds({ transportRights, rightsByBus }: Pick<StateDrivers, "transportRights" | "rightsByBus">) {
  const { surely, perhaps } = rightsByBus ?? { surely: 0, perhaps: transportRights };
  return { surely, perhaps, not: transportRights - surely - perhaps };
}

/** What one right to transport costs a year where it is in doubt whether a public bus serves: of some a card, of others not. */
export const rightCost = (at: CostValues): number =>
  (1 - at.withoutPublicBus) * at.travelCard + at.withoutPublicBus * ownTransportCost(at);

/** What a right costs a year that no public bus meets: the municipality's own bus or a taxi. */
export const ownTransportCost = (at: CostValues): number => (1 - at.byTaxi) * at.ownBusPupil + at.byTaxi * at.taxi;

/** Kroner a year. */
export type StateCost = Readonly<Record<StateCategory, number>>;

/** What a state costs at one value of every parameter. Written out, since thousands of draws ask it. */
export const stateCost = (state: StateDrivers, at: CostValues): StateCost => ({
  leadership: STATE_RULES.leadership.cost(state, at),
  classes: STATE_RULES.classes.cost(state, at),
  buildings: STATE_RULES.buildings.cost(state, at),
  transport: STATE_RULES.transport.cost(state, at),
  time: STATE_RULES.time.cost(state, at),
  assumed: STATE_RULES.assumed.cost(state, at),
});
