import { MEASURES } from "./folkeskole.ts";
/**
 * `npm run data:robustness`: the complete list of the main job on 20 cases that differ in nothing but the dice of the made-up pupils, and
 * on the real roads where they are at hand: which measures put the plans in the same order every time.
 */
import { join } from "node:path";
import { nodeSolver } from "../../../src/cli/solver.ts";
import { columnsOf, type Consolidation } from "../../../src/compare/groupings.ts";
import type { MeasureKey } from "../../../src/evaluate/measures/table.ts";
import { rankCorrelation } from "../../../src/kernels/uncertainty/rank-correlation.ts";
import { openCase } from "../../../src/open-case.ts";
import { consolidate } from "../../../src/solve/consolidate/consolidate.ts";
import { buildCase, layGround } from "./case.ts";
import { readCoastlines } from "./land.ts";
import { FIRST_SEED } from "../../source/random.ts";
import { lacking, REAL_ROADS, realRoads } from "./real.ts";
import { readTables } from "./tables.ts";

const SEEDS = Number(process.env["SEEDS"] ?? 20);

/** Plans put in order by this much alike, whatever the seed, keep their places. */
const SURVIVES = 0.9;

/** Values of each measure by grouping, named by the districts that it joins. */
type Listed = ReadonlyMap<MeasureKey, ReadonlyMap<string, number>>;

async function listOf(files: ReadonlyMap<string, Uint8Array>): Promise<Listed> {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(`the case does not open: ${issues.map(({ code }) => code).join(", ")}`);
  const question = { kind: "consolidate", districts: 4, policy: "nearest", contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(value.basis, question, nodeSolver());
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return valuesOf(outcome.answer);
}

function valuesOf(answer: Consolidation): Listed {
  const names = Array.from({ length: answer.count }, (_, grouping) =>
    columnsOf(answer, grouping)
      .map(({ joins }) => joins.join(","))
      .join(" "),
  );
  return new Map(
    [...answer.values].map(([key, column]) => [key, new Map(names.map((name, plan) => [name, column[plan]]))]),
  );
}

/** Rank correlation over the groupings that both have; absent where either does not tell them apart. */
function agreement(one: Listed, other: Listed, key: MeasureKey): number | undefined {
  const [a, b] = [one.get(key), other.get(key)];
  if (!a || !b) return undefined;
  const shared = [...a.keys()].filter(
    (name) => b.has(name) && Number.isFinite(a.get(name)) && Number.isFinite(b.get(name)),
  );
  const column = (values: ReadonlyMap<string, number>): Float64Array =>
    Float64Array.from(shared, (name) => values.get(name) ?? NaN);
  return rankCorrelation(column(a), column(b));
}

const written = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(2));

async function main(): Promise<void> {
  const ground = layGround(readTables(join(process.cwd(), "data/holbaek/source")), readCoastlines());
  const filesOf = (seed: number): ReadonlyMap<string, Uint8Array> =>
    new Map([...buildCase(ground, seed).files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const own = filesOf(FIRST_SEED);
  const first = await listOf(own);
  const others: Listed[] = [];
  for (let seed = FIRST_SEED + 1; seed <= SEEDS; seed++) others.push(await listOf(filesOf(seed)));
  const missing = lacking(REAL_ROADS);
  const real =
    missing.length > 0 ? undefined : await listOf(new Map([...own, ["roads.geojson", realRoads()] as const]));
  console.log(
    `${SEEDS} seeds, 8 districts into 4, nearest school; real roads: ${real ? "GeoDanmark" : `not compared, there is no ${missing.join(", ")}`}`,
  );
  console.log(
    "| measure | least rank correlation with the case, other seeds | real roads | places survive |\n|---|---|---|---|",
  );
  for (const { key, label, better } of MEASURES) {
    const seeds = others.map((other) => agreement(first, other, key)).filter((value) => value !== undefined);
    if (better === "neither" || seeds.length === 0) continue;
    const least = Math.min(...seeds);
    const onReal = real && agreement(first, real, key);
    const survives = least >= SURVIVES && (onReal === undefined || onReal >= SURVIVES);
    console.log(`| ${label.en} (\`${key}\`) | ${written(least)} | ${written(onReal)} | ${survives ? "yes" : "no"} |`);
  }
}

await main();
