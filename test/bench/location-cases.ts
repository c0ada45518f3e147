import { type LocationProblem, SITE } from "../../src/kernels/location/problem.ts";
import { type Random, seededRandom } from "../../src/kernels/random.ts";

/**
 * Which of the sites stay open, and which one of them each unit goes to with all its bands. Units and sites uniform in a square of
 * 20 km; 5 to 40 pupils a band and unit; rooms of a site per band vary by a third and would hold 1.6 times all pupils if
 * every site were open; a site costs 1,000 to 2,000 pupil-kilometres to keep; cost is pupils times kilometres as the crow flies.
 */
export function bandsProblem(units: number, sites: number, bands: number, seed: number): LocationProblem {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const homes = places(units, random);
  const schools = places(sites, random);
  const amount = Float64Array.from({ length: units * bands }, () => between(5, 40));
  const size = Float64Array.from({ length: sites }, () => between(70, 130));
  const share = Float64Array.from(
    { length: sites * bands },
    (_, at) => size[Math.floor(at / bands)] * between(67, 133),
  );
  const capacity = share.map((value, at) =>
    Math.ceil((1.6 * value * total(amount, bands, at % bands)) / total(share, bands, at % bands)),
  );
  const fixedCost = Float64Array.from({ length: sites }, () => between(1000, 2000));
  const cost = Float64Array.from({ length: units * sites }, (_, at) => {
    const [unit, site] = [Math.floor(at / sites), at % sites];
    let pupils = 0;
    for (let band = 0; band < bands; band++) pupils += amount[unit * bands + band];
    return pupils * kilometres(homes, unit, schools, site);
  });
  return {
    units,
    sites,
    resources: bands,
    cost,
    demand: { by: "unit", amount },
    capacity,
    fixedCost,
    open: { kind: "any" },
    state: new Uint8Array(sites).fill(SITE.free),
  };
}

/**
 * As many units and sites as a town, a county or a region: places in clusters (a tenth as many centres as sites, 3 km around), 5 to
 * 60 pupils a unit, room for 1.3 times all pupils in total, fixed costs and costs as in {@link bandsProblem}.
 */
export function growthProblem(units: number, sites: number, seed: number): LocationProblem {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const centres = places(Math.max(2, Math.round(sites / 10)), random);
  const around = (count: number) =>
    Float64Array.from({ length: count }, () => between(0, centres.length / 2 - 1)).reduce(
      (points, centre, at) => {
        points[2 * at] = centres[2 * centre] + 3 * (random() + random() - 1);
        points[2 * at + 1] = centres[2 * centre + 1] + 3 * (random() + random() - 1);
        return points;
      },
      new Float64Array(2 * count),
    );
  const [homes, schools] = [around(units), around(sites)];
  const amount = Float64Array.from({ length: units }, () => between(5, 60));
  const size = Float64Array.from({ length: sites }, () => between(70, 130));
  const scale = (1.3 * total(amount, 1, 0)) / total(size, 1, 0);
  return {
    units,
    sites,
    resources: 1,
    cost: Float64Array.from({ length: units * sites }, (_, at) => {
      const [unit, site] = [Math.floor(at / sites), at % sites];
      return amount[unit] * kilometres(homes, unit, schools, site);
    }),
    demand: { by: "unit", amount },
    capacity: size.map((value) => Math.ceil(scale * value)),
    fixedCost: Float64Array.from({ length: sites }, () => between(1000, 2000)),
    open: { kind: "any" },
    state: new Uint8Array(sites).fill(SITE.free),
  };
}

const places = (count: number, random: Random) => Float64Array.from({ length: 2 * count }, () => 20 * random());

const kilometres = (a: Float64Array, i: number, b: Float64Array, j: number) =>
  Math.hypot(a[2 * i] - b[2 * j], a[2 * i + 1] - b[2 * j + 1]);

/** Sum over one band of `[thing * bands + band]`. */
function total(values: Float64Array, bands: number, band: number): number {
  let sum = 0;
  for (let at = band; at < values.length; at += bands) sum += values[at];
  return sum;
}
