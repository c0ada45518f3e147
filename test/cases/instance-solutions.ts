import type { InstanceSolution } from "../../src/protocol/instance-file.ts";

/** What follows from an instance's file and a solution alone, worked out without the program's readers and solvers. */
export interface Recomputed {
  readonly value: number;
  /** What the solution breaks; empty where it is feasible. */
  readonly faults: readonly string[];
}

/** Reads numbers one by one. */
const numbersOf = (text: string): (() => number) => {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return () => Number(words.shift());
};
const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));
const total = (amounts: Iterable<number>): number => [...amounts].reduce((sum, each) => sum + each, 0);

/** Loads by receiver against their room. */
function overfull(loads: ReadonlyMap<number, number>, room: (receiver: number) => number): string[] {
  return [...loads].flatMap(([to, load]) => (load <= room(to) ? [] : [`${to} takes ${load} of ${room(to)}`]));
}

function loadsOf(receivers: readonly number[], load: (at: number) => number): ReadonlyMap<number, number> {
  const loads = new Map<number, number>();
  receivers.forEach((to, at) => loads.set(to, (loads.get(to) ?? 0) + load(at)));
  return loads;
}

const lacks = (wanted: number, found: readonly unknown[]): string[] =>
  found.length === wanted ? [] : [`${found.length} of ${wanted} are served`];

function gap(text: string, agentOfJob: readonly number[]): Recomputed {
  const next = numbersOf(text);
  const [agents, jobs] = [next(), next()];
  const costs = times(agents, () => times(jobs, next));
  const takes = times(agents, () => times(jobs, next));
  const room = times(agents, next);
  const loads = loadsOf(agentOfJob, (job) => takes[agentOfJob[job] - 1][job]);
  return {
    value: total(agentOfJob.map((agent, job) => costs[agent - 1][job])),
    faults: [...lacks(jobs, agentOfJob), ...overfull(loads, (agent) => room[agent - 1])],
  };
}

function holmberg(text: string, open: readonly number[], siteOfCustomer: readonly number[]): Recomputed {
  const next = numbersOf(text);
  const [sites, customers] = [next(), next()];
  const [room, fixed, demand] = [times(sites, next), times(sites, next), times(customers, next)];
  const costs = times(customers, () => times(sites, next));
  return {
    value:
      total(open.map((site) => fixed[site - 1])) +
      total(siteOfCustomer.map((site, customer) => costs[customer][site - 1])),
    faults: [
      ...lacks(customers, siteOfCustomer),
      ...siteOfCustomer.flatMap((site) => (open.includes(site) ? [] : [`${site} is not open`])),
      ...overfull(
        loadsOf(siteOfCustomer, (customer) => demand[customer]),
        (site) => room[site - 1],
      ),
    ],
  };
}

interface MedianPoint {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly demand: number;
}

function median(
  points: ReadonlyMap<number, MedianPoint>,
  count: number,
  round: (distance: number) => number,
  medians: readonly number[],
  medianOfPoint: readonly number[],
): Recomputed {
  const all = [...points.values()];
  const at = (number: number): MedianPoint => points.get(number)!;
  return {
    value: total(
      all.map(({ x, y }, point) => {
        const to = at(medianOfPoint[point]);
        return round(Math.sqrt((x - to.x) ** 2 + (y - to.y) ** 2));
      }),
    ),
    faults: [
      ...lacks(all.length, medianOfPoint),
      ...(new Set(medians).size === count ? [] : [`${medians.length} medians, not ${count}`]),
      ...medianOfPoint.flatMap((number) => (medians.includes(number) ? [] : [`${number} is no median`])),
      ...overfull(
        loadsOf(medianOfPoint, (point) => all[point].demand),
        (number) => at(number).room,
      ),
    ],
  };
}

function orlib(text: string, medians: readonly number[], medianOfPoint: readonly number[]): Recomputed {
  const next = numbersOf(text);
  const [, , count, wanted, room] = times(5, next);
  const points = new Map(times(count, () => [next(), { x: next(), y: next(), demand: next(), room }] as const));
  return median(points, wanted, Math.floor, medians, medianOfPoint);
}

function sjc(text: string, medians: readonly number[], medianOfPoint: readonly number[]): Recomputed {
  const next = numbersOf(text);
  const [count, wanted] = [next(), next()];
  const points = new Map(
    times(count, (at) => [at + 1, { x: next(), y: next(), room: next(), demand: next() }] as const),
  );
  return median(points, wanted, (distance) => distance, medians, medianOfPoint);
}

/** Whether the members hang together by the pairs between them. */
function hangsTogether<Unit>(members: readonly Unit[], pairs: readonly (readonly [Unit, Unit])[]): boolean {
  const reached = new Set(members.slice(0, 1));
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const [one, other] of pairs)
      if (members.includes(one) && members.includes(other) && (reached.has(one) || reached.has(other)))
        reached.add(one).add(other);
  }
  return reached.size === members.length;
}

function inGroups<Unit, Key>(units: readonly Unit[], keyOf: (unit: Unit) => Key): ReadonlyMap<Key, readonly Unit[]> {
  const groups = new Map<Key, Unit[]>();
  for (const unit of units) groups.set(keyOf(unit), [...(groups.get(keyOf(unit)) ?? []), unit]);
  return groups;
}

function hess(text: string, rootOfNode: readonly number[], links: readonly [number, number][]): Recomputed {
  const { k, L, U, nodes, edges } = JSON.parse(text) as {
    readonly k: number;
    readonly L: number;
    readonly U: number;
    readonly nodes: readonly { readonly pop: number; readonly x: number; readonly y: number }[];
    readonly edges: readonly [number, number][];
  };
  const districts = inGroups([...nodes.keys()], (node) => rootOfNode[node]);
  return {
    value: total(
      nodes.map(({ pop, x, y }, node) => {
        const root = nodes[rootOfNode[node]];
        return (pop * (Math.round(Math.hypot(x - root.x, y - root.y)) / 1000) ** 2) / 1e6;
      }),
    ),
    faults: [
      ...lacks(nodes.length, rootOfNode),
      ...(districts.size === k ? [] : [`${districts.size} districts, not ${k}`]),
      ...[...districts].flatMap(([root, members]) => {
        const people = total(members.map((node) => nodes[node].pop));
        return [
          ...(members.includes(root) ? [] : [`${root} is in another district`]),
          ...(people >= L && people <= U ? [] : [`${people} people in the district of ${root}`]),
          ...(hangsTogether(members, [...edges, ...links]) ? [] : [`the district of ${root} is in pieces`]),
        ];
      }),
    ],
  };
}

interface SchoolFile {
  readonly units: readonly ({ readonly id: string; readonly area: number; readonly perimeter: number } & Record<
    string,
    unknown
  >)[];
  readonly edges: readonly [number, number, number][];
  readonly schools: readonly { readonly cls: string; readonly capacity: number; readonly unit: string }[];
}

function lcps(text: string, byLevel: Readonly<Record<string, Readonly<Record<string, string>>>>): Recomputed {
  const { units, edges, schools } = JSON.parse(text) as SchoolFile;
  const ids = units.map(({ id }) => id);
  const parts = Object.entries(byLevel).map(([level, schoolOf]): Recomputed => {
    const own = schools.filter(({ cls }) => cls.toLowerCase().startsWith(level));
    const districts = inGroups(units, ({ id }) => schoolOf[id]);
    const valueOf = ({ capacity, unit: seat }: (typeof own)[number]): number => {
      const members = districts.get(seat) ?? [];
      const isIn = (unit: number): boolean => schoolOf[ids[unit]] === seat;
      const inside = edges.filter(([one, other]) => isIn(one) && isIn(other));
      const perimeter = total(members.map((unit) => unit.perimeter)) - 2 * total(inside.map(([, , length]) => length));
      const pupils = total(members.map((unit) => Number(unit[`pop_${level}`])));
      const area = total(members.map((unit) => unit.area));
      const fill = Math.abs(1 - (pupils + 0.001) / (capacity + 1e-5));
      return 0.7 * fill + 0.3 * (1 - (4 * Math.PI * area) / perimeter ** 2);
    };
    return {
      value: total(own.map(valueOf)),
      faults: [
        ...lacks(units.length, Object.keys(schoolOf)),
        ...own.flatMap(({ unit }) => (schoolOf[unit] === unit ? [] : [`the school in ${unit} is elsewhere`])),
        ...[...districts].flatMap(([seat, members]) => {
          const pairs = edges.flatMap(([one, other, length]): (readonly [string, string])[] =>
            length > 0 ? [[ids[one], ids[other]]] : [],
          );
          const isWhole = hangsTogether(
            members.map(({ id }) => id),
            pairs,
          );
          return isWhole ? [] : [`the district of ${seat} is in pieces`];
        }),
      ],
    };
  });
  return { value: total(parts.map(({ value }) => value)), faults: parts.flatMap(({ faults }) => faults) };
}

function netgen(text: string, flowOfArc: readonly number[]): Recomputed {
  const lines = text.split("\n").map((line) => line.split(/\s+/));
  const ofKind = (kind: string) => lines.flatMap(([own, ...rest]) => (own === kind ? [rest.map(Number)] : []));
  const arcs = ofKind("a");
  const left = new Map(ofKind("n").map(([node, supply]) => [node, supply]));
  arcs.forEach(([tail, head], arc) => {
    left.set(tail, (left.get(tail) ?? 0) - flowOfArc[arc]);
    left.set(head, (left.get(head) ?? 0) + flowOfArc[arc]);
  });
  return {
    value: total(arcs.map(([, , , , cost], arc) => cost * flowOfArc[arc])),
    faults: [
      ...lacks(arcs.length, flowOfArc),
      ...arcs.flatMap(([, , lower, upper], arc) =>
        flowOfArc[arc] >= lower && (upper < 0 || flowOfArc[arc] <= upper)
          ? []
          : [`arc ${arc} carries ${flowOfArc[arc]}`],
      ),
      ...[...left].flatMap(([node, rest]) => (Math.abs(rest) < 1e-9 ? [] : [`${rest} stay in node ${node}`])),
    ],
  };
}

/** Value and feasibility of a solution as its file has it. */
export function recomputed(format: string, text: string, solution: InstanceSolution): Recomputed {
  if ("agentOfJob" in solution) return gap(text, solution.agentOfJob);
  if ("siteOfCustomer" in solution) return holmberg(text, solution.open, solution.siteOfCustomer);
  if ("medians" in solution) return (format === "sjc" ? sjc : orlib)(text, solution.medians, solution.medianOfPoint);
  if ("rootOfNode" in solution) return hess(text, solution.rootOfNode, solution.links);
  if ("schoolUnitOfUnit" in solution) return lcps(text, solution.schoolUnitOfUnit);
  return netgen(text, solution.flowOfArc);
}
