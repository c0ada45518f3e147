import { BY_CAR_FASTEST, newSearchTree } from "../../src/travel/graph.ts";
import { costTable, type Travel } from "../../src/travel/travel.ts";

/** By car, the fastest way from every home to every site, minutes, `[point * siteCount + site]`. */
export function minutesByCar({ network: { graph, byCar } }: Pick<Travel, "network">): Float32Array {
  return costTable(graph, BY_CAR_FASTEST, byCar.points, byCar.sites, newSearchTree(graph));
}
