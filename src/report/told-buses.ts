import type { CostModel } from "../cost/parameters/table.ts";
import type { CostParameter } from "../cost/parameter.ts";
import { addRanges, type Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { BusStop } from "../evaluate/bus-stops.ts";
import { savedBy, type SharedBuses } from "../evaluate/shared-buses.ts";
import { BUS_TERMS, type SchoolBus, type SiteTransport, times } from "../evaluate/school-buses.ts";
import { type Counts, countAt, isFew } from "../kernels/disclosure/shown.ts";
import { toStep } from "./coarse.ts";
import { countsIn } from "./shown-measures.ts";

/**
 * Whether anybody may see where a stop is: a stop of one to four pupils is somebody's home, and so is one at an address with as few, however many
 * come there from around it. Where roads meet nobody lives.
 */
export const isShownStop = ({ pupils, livingAt }: Pick<BusStop, "pupils" | "livingAt">): boolean =>
  !isFew(pupils) && !isFew(livingAt);

/** Kilometres and minutes: from the ends of what is drawn of a run, a whole way tells how far away the home is that is not drawn. */
export const COARSE_STEP = 5;

/** Whether a site's kilometres rest on a place that is not shown. */
export const isToldInSteps = ({ byTaxi, routes }: Pick<SiteTransport, "byTaxi" | "routes">): boolean =>
  byTaxi > 0 || routes.some(isRunInSteps);

const isRunInSteps = ({ stops }: Pick<SchoolBus, "stops">): boolean => !stops.every(isShownStop);

/**
 * School buses as they may be told: of real pupils in nearest fives throughout, one to four as they are (which nobody is told), and priced
 * so, since a price by the pupil tells how many there are. The way of a run with a stop that is not shown is told in steps of five
 * kilometres and minutes, and all that is summed up and priced by it.
 */
export const toldBuses = (
  basis: Pick<Basis, "municipality" | "costs">,
  found: readonly SiteTransport[],
): readonly SiteTransport[] => found.map((transport) => told(basis.costs, countsIn(basis), transport));

function told(costs: CostModel, counts: Counts, transport: SiteTransport): SiteTransport {
  const rounded = (pupils: number): number => countAt(counts, pupils);
  const [rights, byTaxi] = [rounded(transport.rights), rounded(transport.byTaxi)];
  const isCoarse = isToldInSteps(transport);
  const aDay = (kilometres: number): number => (isCoarse ? dayInSteps(kilometres) : kilometres);
  const kilometresPerDay = transport.vehicles === 0 ? 0 : aDay(transport.kilometresPerDay);
  const driven = (kilometresPerDay - transport.kilometresPerDay) * BUS_TERMS.days;
  const { bounds } = transport;
  return {
    ...transport,
    rights,
    byTaxi,
    kilometresPerDay,
    cards: withMore(transport.cards, costs.travelCard, rights - transport.rights),
    buses: withMore(withMore(transport.buses, costs.taxi, byTaxi - transport.byTaxi), costs.schoolBusKilometre, driven),
    routes: transport.routes.map((route) => toldRun(route, rounded)),
    bounds: {
      ...bounds,
      kilometresPerDay: aDay(bounds.kilometresPerDay),
      heuristic: { ...bounds.heuristic, kilometresPerDay: aDay(bounds.heuristic.kilometresPerDay) },
    },
  };
}

/** There and back. */
const dayInSteps = (kilometres: number): number => toStep(2 * COARSE_STEP, kilometres);

/** The same of buses that schools share: all ways in steps, as stops that are not shown take part in them, and the price by those. */
export function toldShared({ costs }: Pick<Basis, "costs">, shared: SharedBuses): SharedBuses {
  const inSteps = {
    ...shared,
    kilometresPerDay: dayInSteps(shared.kilometresPerDay),
    apart: { ...shared.apart, kilometresPerDay: dayInSteps(shared.apart.kilometresPerDay) },
    mornings: shared.mornings.map((morning) => ({ ...morning, kilometres: toStep(COARSE_STEP, morning.kilometres) })),
  };
  return { ...inSteps, saved: savedBy(costs, inSteps.apart, inSteps, BUS_TERMS) };
}

function toldRun(run: SchoolBus, rounded: (pupils: number) => number): SchoolBus {
  const isCoarse = isRunInSteps(run);
  return {
    ...run,
    pupils: rounded(run.pupils),
    kilometres: isCoarse ? toStep(COARSE_STEP, run.kilometres) : run.kilometres,
    minutes: isCoarse ? toStep(COARSE_STEP, run.minutes) : run.minutes,
    stops: run.stops.map((stop) => ({ ...stop, pupils: rounded(stop.pupils) })),
  };
}

const withMore = (range: Range, price: CostParameter, count: number): Range => addRanges([range, times(price, count)]);
