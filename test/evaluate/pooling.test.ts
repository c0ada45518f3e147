import { expect, test } from "vitest";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { drawCase } from "../cases/drawn.ts";

/**
 * The rule of pooling worked out afresh before every class that is given up: each site offers to give up one, its leaving
 * pupils go one by one, least extra way first, to the nearest sites with free places; the cheapest offer is taken.
 */
function pooledByHand(basis: Basis, cap: number): { readonly saved: number; readonly metres: number } {
  const { municipality, travel, baseline } = basis;
  const { units, demand } = municipality;
  const way = (unit: number, site: number) => travel.walk[unit * travel.siteCount + site];
  const at = municipality.sites.map((_, site) =>
    Array.from({ length: units.count }, (__, unit) => ({ unit, pupils: demand.pupils[unit * 10] })).filter(
      ({ unit, pupils }) => pupils > 0 && baseline.assignment[unit * 3] === site,
    ),
  );
  const count = (site: number) => at[site].reduce((sum, { pupils }) => sum + pupils, 0);
  const classes = municipality.sites.map((_, site) => Math.ceil(count(site) / cap));
  const all = municipality.sites.reduce((sum, _, site) => sum + count(site), 0);
  let surplus = classes.reduce((sum, each) => sum + each, 0) - Math.ceil(all / cap);
  let [saved, metres] = [0, 0];
  for (; surplus > 0; surplus--) {
    const offers = municipality.sites.flatMap((_, site) => {
      if (classes[site] === 0) return [];
      const free = municipality.sites.map((__, other) => (other === site ? 0 : cap * classes[other] - count(other)));
      const staying = at[site].map(({ pupils }) => pupils);
      const moves: { group: number; to: number }[] = [];
      let cost = 0;
      for (let leaving = count(site) - cap * (classes[site] - 1); leaving > 0; leaving--) {
        const best = at[site]
          .flatMap(({ unit }, group) => {
            if (staying[group] === 0) return [];
            const open = free.flatMap((places, other) => (places > 0 ? [other] : []));
            const to = open.toSorted((a, b) => way(unit, a) - way(unit, b) || a - b)[0];
            return to === undefined ? [] : [{ group, to, extra: way(unit, to) - way(unit, site) }];
          })
          .toSorted((a, b) => a.extra - b.extra || a.group - b.group)[0];
        if (!best) return [];
        moves.push(best);
        cost += best.extra;
        staying[best.group]--;
        free[best.to]--;
      }
      return [{ site, cost, moves }];
    });
    const [offer] = offers.toSorted((a, b) => a.cost - b.cost || a.site - b.site);
    if (!offer) break;
    saved++;
    metres += offer.cost;
    classes[offer.site]--;
    for (const { group, to } of offer.moves) {
      const { unit } = at[offer.site][group];
      at[offer.site][group].pupils--;
      const there = at[to].find((each) => each.unit === unit);
      if (there) there.pupils++;
      else at[to].push({ unit, pupils: 1 });
    }
    at[offer.site] = at[offer.site].filter(({ pupils }) => pupils > 0);
  }
  return { saved, metres };
}

test("classes are given up as the rule says, worked out afresh each time", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seededRandom(seed);
    const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
    const letters = "ABCD".slice(0, whole(2, 4));
    const { municipality, travel, baseline } = drawCase({
      zones: [0, 1].map(() => Array.from({ length: 5 }, () => letters[whole(0, letters.length - 1)]).join("")),
      sites: Object.fromEntries(
        letters.split("").map((letter) => [letter, { at: [whole(0, 1), whole(0, 4)] as const }]),
      ),
      districts: { All: letters },
      pupils: () => [whole(0, 30), 0, 0, 0, 0, 0, 0, 0, 0, 0],
      // Ways that differ, so that no two offers cost the same.
      way: (unit, site) => Math.round(1000 + 9000 * seededRandom(1000 * seed + 10 * unit + site)()),
    });
    const basis = makeBasis(municipality, travel, baseline);
    const { totals } = evaluatePlan(basis, baseline);
    const expected = pooledByHand(basis, 28);
    expect([totals.pooling.classesSaved, totals.pooling.extraMetres], `seed ${seed}`).toEqual([
      expected.saved,
      expected.metres,
    ]);
  }
});
