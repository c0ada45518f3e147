import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import type { OpenCase } from "../../src/open-case.ts";
import type { LampQuestion } from "../../src/solve/assignment/lamp.ts";
import type { Wish } from "../../src/solve/assignment/wishes.ts";

/** Some schools, areas and grades locked; parts of the plan not painted, or painted to a school chosen at random. */
export function lockQuestion({ basis }: OpenCase, seed: number): LampQuestion {
  const random = seededRandom(seed);
  const { baseline, municipality } = basis;
  const open = baseline.teaching.flatMap((taught, site) => (taught === 7 ? [site] : []));
  const pick = (): number => open[Math.floor(random() * open.length)];
  const assignment = baseline.assignment.slice();
  const drawn: number[] = [];
  for (let stroke = 0; stroke < 6; stroke++) {
    const first = Math.floor(random() * municipality.units.count);
    const to = random() < 0.4 ? NO_SITE : pick();
    for (let unit = first; unit < Math.min(first + 200, municipality.units.count); unit++)
      for (const { band } of BANDS) {
        const pair = unit * BAND_COUNT + band;
        assignment[pair] = to;
        drawn.push(pair);
      }
  }
  const all = [...assignment.keys()];
  const wishes: Wish[] = Array.from({ length: Math.floor(random() * 5) }, (_, lock): Wish => {
    if (random() < 0.5) {
      const site = pick();
      const pairs = Uint32Array.from(all.filter((pair) => assignment[pair] === site));
      return { key: `site ${lock}`, kind: "hold", pairs, sites: [site] };
    }
    const from = Math.floor(random() * all.length);
    const pairs = Uint32Array.from(all.slice(from, from + 1500).filter((pair) => assignment[pair] !== NO_SITE));
    return { key: `areas ${lock}`, kind: "hold", pairs, sites: [] };
  });
  for (const [site, { capacity }] of municipality.sites.entries())
    for (const { band } of BANDS)
      if (capacity[band] !== undefined) wishes.push({ key: `places ${site} ${band}`, kind: "places", site, band });
  wishes.push({ key: "together", kind: "together" });
  return { painted: { ...baseline, id: "drawn", assignment }, wishes, drawn: Uint32Array.from(new Set(drawn)) };
}
