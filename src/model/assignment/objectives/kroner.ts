import type { AssignmentPrices } from "../../../cost/assignment-prices.ts";
import { hasBand } from "../../../domain/grades.ts";
import type { Term } from "../../model.ts";
import { type AssignmentFrame, candidatesAt } from "../frame.ts";
import { movedAtMost } from "../rules/most-moved.ts";
import type { ObjectiveModel } from "./objective.ts";
import { addPrice } from "./price-lines.ts";

/** What the rights to transport of each candidate cost, kroner, `[candidate]`. */
export const rightsPrice = (
  { rights, rightsByBus, rightsPerhapsByBus }: AssignmentFrame,
  { right, rightByBus, rightPerhapsByBus }: AssignmentPrices,
): Float64Array =>
  rights.map(
    (pupils, at) =>
      pupils * right + rightsByBus[at] * (rightByBus - right) + rightsPerhapsByBus[at] * (rightPerhapsByBus - right),
  );

/** Classes to be expected at each site by its pupils of a band, and every right under § 26, at their prices. */
export const kroner = (prices: AssignmentPrices): ObjectiveModel => ({
  steps: [1],
  candidateCost: (frame) => rightsPrice(frame, prices),
  addColumns: (model, frame, weight, rules) => {
    const isLimited = rules.some(({ kind }) => kind === "capacity");
    const moved = movedAtMost(rules);
    const at = candidatesAt(frame);
    const { metres, pupils, rowOf, today } = frame;
    const way = (candidate: number): number => metres[candidate] / pupils[rowOf[candidate]];
    frame.sites.forEach(({ name, teaches, capacity }, site) => {
      for (const { band, key } of frame.grades.bands) {
        if (!hasBand(teaches, band)) continue;
        const nearestFirst = at(site, band)
          .filter((candidate) => pupils[rowOf[candidate]] > 0)
          .toSorted((a, b) => way(a) - way(b));
        const terms = nearestFirst.map((candidate): Term => [candidate, pupils[rowOf[candidate]]]);
        const staying = terms.reduce((sum, [to, here]) => sum + (today[rowOf[to]] === site ? here : 0), 0);
        const places = isLimited ? (capacity[band] ?? Infinity) : Infinity;
        addPrice(model, `classes of ${name} ${key}`, terms, prices.classes[site * frame.grades.bandCount + band], {
          weight,
          most: Math.min(places, staying + moved),
        });
      }
    });
  },
});
