import { sum } from "../../kernels/sum.ts";
import { z } from "zod";
import { type FillAndShapeProblem, fillAndShapeBound } from "../../kernels/districting/fill-and-shape.ts";
import { type FilledPlan, searchFilled } from "../../kernels/districting/fill-search.ts";
import { adjacencyOf } from "../../kernels/districting/problem.ts";
import type { InstanceAnswer, InstanceFormat, InstanceRun } from "./instance.ts";
import { type JsonInstance, readJsonInstance } from "./json-instance.ts";

const schema = z.object({
  /** Pupils stand in `pop_mid`, `pop_high` …: one column for each level. */
  units: z
    .array(z.looseObject({ id: z.string(), area: z.number().positive(), perimeter: z.number().positive() }))
    .min(1),
  /** Two units and the length of their common border; 0 where they touch in a point only. */
  edges: z.array(z.tuple([z.int().min(0), z.int().min(0), z.number().min(0)])),
  schools: z.array(z.object({ cls: z.string(), capacity: z.number().positive(), unit: z.string() })).min(1),
});

type LcpsFile = z.infer<typeof schema>;

/** Weights and offsets of the published objective (Biswas et al. 2022). */
const PUBLISHED = { weight: { fill: 0.7, shape: 0.3 }, offset: { demand: 0.001, capacity: 1e-5 } } as const;

interface Level {
  readonly name: string;
  /** Ids of the units, `[unit]`. */
  readonly unitIds: readonly string[];
  readonly problem: FillAndShapeProblem;
}

/** School districts judged by fill and shape: planning units of Loudoun County, one level or all that the file has. */
const formatFor = (name: string, level?: string): InstanceFormat => ({
  name,
  source:
    "Loudoun County Public Schools (Biswas et al., SPATIAL, 2022): minimise the sum over districts of 0.7 |1 - (pupils + 0.001) / (places + 0.00001)| + 0.3 (1 - 4 pi area / perimeter^2); each district contiguous by borders, with its school's unit",
  solve: async (text, run) => {
    const levels = parseLcps(text).filter((found) => level === undefined || found.name === level);
    if (levels.length === 0) throw new Error(`no schools of the level ${level ?? ""}`);
    return solve(levels, run);
  },
});

export const lcps: readonly InstanceFormat[] = [
  formatFor("lcps"),
  formatFor("lcps-elem", "elem"),
  formatFor("lcps-mid", "mid"),
  formatFor("lcps-high", "high"),
];

/** All levels by turns, a round each, so that each gets its share of the time; the value is the sum over levels. */
function solve(levels: readonly Level[], run: InstanceRun): InstanceAnswer {
  const searches = levels.map(({ problem }) => searchFilled(problem, run.seed, run.shouldStop));
  const bounds = levels.map(({ problem }) => fillAndShapeBound(problem));
  const bound = sum(bounds);
  let plans: readonly FilledPlan[] = [];
  do {
    plans = searches.map((search) => search.next().value);
    run.onProgress({ value: sum(plans.map(({ value }) => value)), bound });
  } while (!run.shouldStop());
  const details = Object.fromEntries(
    levels.flatMap(({ name }, level) => [
      [name, plans[level].value],
      [`${name}-bound`, bounds[level]],
    ]),
  );
  const solution = {
    schoolUnitOfUnit: Object.fromEntries(
      levels.map(({ name }, level) => [name, schoolUnits(levels[level], plans[level])]),
    ),
  };
  return { status: "stopped", value: sum(plans.map(({ value }) => value)), bound, solution, details };
}

const schoolUnits = ({ unitIds, problem }: Level, { district }: FilledPlan): Record<string, string> =>
  Object.fromEntries(unitIds.map((id, unit) => [id, unitIds[problem.seatUnit[district[unit]]]]));

/** Reads a file of the family, one problem for each level; throws with the place where it is damaged. */
export function parseLcps(text: string): readonly Level[] {
  const file = readJsonInstance(text, schema);
  const names = Object.keys(file.value.units[0]).flatMap((key) =>
    key.startsWith("pop_") ? [key.slice("pop_".length)] : [],
  );
  return names.flatMap((name) => {
    const schools = file.value.schools.filter(({ cls }) => cls.toLowerCase().startsWith(name));
    const unitIds = file.value.units.map(({ id }) => id);
    return schools.length === 0 ? [] : [{ name, unitIds, problem: problemOf(file, name, schools) }];
  });
}

function problemOf(
  { value, wrong }: JsonInstance<LcpsFile>,
  name: string,
  schools: LcpsFile["schools"],
): FillAndShapeProblem {
  const { units, edges } = value;
  const number = new Map(units.map(({ id }, unit) => [id, unit]));
  const borders = new Map<number, number>();
  edges.forEach(([a, b, length], edge) => {
    if (a >= units.length || b >= units.length) throw wrong(["edges", edge], "an edge to a unit that is not there");
    if (length === 0) return;
    borders.set(a * units.length + b, length);
    borders.set(b * units.length + a, length);
  });
  const adjacency = adjacencyOf(
    units.length,
    edges.filter(([, , length]) => length > 0).map(([a, b]) => [a, b]),
  );
  const border = new Float64Array(adjacency.target.length);
  for (let unit = 0; unit < units.length; unit++)
    for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++)
      border[edge] = borders.get(unit * units.length + adjacency.target[edge]) ?? 0;
  const seats = schools.map((school) => {
    const unit = number.get(school.unit);
    if (unit === undefined) throw wrong(["schools", value.schools.indexOf(school), "unit"], "no such unit");
    return unit;
  });
  if (new Set(seats).size < seats.length) throw wrong(["schools"], `two schools of level ${name} in one unit`);
  return {
    adjacency,
    border,
    demand: Float64Array.from(units, (unit, at) => {
      const pupils = unit[`pop_${name}`];
      if (typeof pupils === "number" && pupils >= 0) return pupils;
      throw wrong(["units", at], `pop_${name} is not a number of pupils`);
    }),
    area: Float64Array.from(units, ({ area }) => area),
    perimeter: Float64Array.from(units, ({ perimeter }) => perimeter),
    seatUnit: Int32Array.from(seats),
    capacity: Float64Array.from(schools, ({ capacity }) => capacity),
    ...PUBLISHED,
  };
}
