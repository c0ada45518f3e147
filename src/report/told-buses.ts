import type { CostModel } from "../cost/parameters/table.ts";
import type { CostParameter } from "../cost/parameter.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { SiteTransport } from "../evaluate/school-buses.ts";
import { countAt } from "../kernels/disclosure/shown.ts";
import { countsIn } from "./shown-measures.ts";

/**
 * School buses as they may be told: of real pupils in nearest fives throughout, one to four as they are (which nobody is told), and priced
 * so, since a price by the pupil tells how many there are.
 */
export const toldBuses = (
  basis: Pick<Basis, "municipality" | "costs">,
  found: readonly SiteTransport[],
): readonly SiteTransport[] =>
  countsIn(basis) === "exactly" ? found : found.map((transport) => inFives(basis.costs, transport));

function inFives({ travelCard, taxi }: CostModel, transport: SiteTransport): SiteTransport {
  const [rights, byTaxi] = [rounded(transport.rights), rounded(transport.byTaxi)];
  return {
    ...transport,
    rights,
    byTaxi,
    cards: withMore(transport.cards, travelCard, rights - transport.rights),
    buses: withMore(transport.buses, taxi, byTaxi - transport.byTaxi),
    routes: transport.routes.map((route) => ({
      ...route,
      pupils: rounded(route.pupils),
      stops: route.stops.map((stop) => ({ ...stop, pupils: rounded(stop.pupils) })),
    })),
  };
}

const rounded = (pupils: number): number => countAt("in-fives", pupils);

const withMore = (range: Range, price: CostParameter, count: number): Range => ({
  low: range.low + count * price.low,
  mid: range.mid + count * price.mid,
  high: range.high + count * price.high,
});
