import { SCHOOLS } from "./facts.ts";

/** Questions to the optimiser that come with the case, by file name. */
const HEAD = { format: "skoledistrikt-question", version: 1 } as const;

/** The only schools of their islands, and of the east of Skelvay, from which Lorsay's ferry goes. */
const KEEPS: readonly string[] = ["fennay", "quenness", "kettle-bay"];

export const QUESTIONS = {
  /** Which seven districts, if everybody goes to the nearest school of the new one. */
  "seven-nearest": {
    ...HEAD,
    kind: "consolidate",
    districts: 7,
    policy: "nearest",
    contiguity: "ferry",
    rules: [],
  },
  /** Which schools stay, if every island that has a school keeps one for its youngest. */
  "every-island-a-school": {
    ...HEAD,
    kind: "network",
    sites: SCHOOLS.filter(({ id }) => !KEEPS.includes(id)).map(({ id, grades }) => ({
      site: id,
      teaches: [grades, ""],
    })),
    rules: [{ kind: "capacity" }],
    list: { networks: 1, apart: 1 },
  },
  /** Who goes where, if nobody's ways are to be longer than they must and no more than 60 pupils change school. */
  "few-changes": {
    ...HEAD,
    kind: "reassign",
    stages: [[{ objective: "overflow", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]],
    rules: [{ kind: "capacity" }, { kind: "contiguous-zones" }, { kind: "most-moved", pupils: 60 }],
  },
} as const;
