/**
 * `npm run fuzz -- [--minutes N | --attempts N] [--kind files|shipped|osm|formats|FORMAT|plans|questions|commands] [--seed S]`: damaged files (of the
 * shipped cases alone), damaged OpenStreetMap extracts and files of other formats (of one: xlsx, ods, gpkg, shp.zip, fgb, kml, kmz, geojson, csv, gtfs), broken plans, random questions and command lines
 * against what must always hold. Prints each find with its seed, which makes it again (`--kind K --seed S --attempts 1`), and ends with exit code 1 if there was any.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Answer, forked } from "../programs/forked.ts";
import type { Order, Reply } from "./worker.ts";

/**
 * Longest time for one attempt, in milliseconds, before it counts as hanging: a question may search for five seconds, and a conflict
 * be explained by several tests as long.
 */
const LONGEST = 60_000;
const SHARES: readonly string[] = [
  "files",
  "files",
  "files",
  "files",
  "osm",
  "formats",
  "formats",
  "formats",
  "formats",
  "plans",
  "plans",
  "questions",
  "questions",
  "commands",
];

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    attempts: { type: "string" },
    kind: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
const kinds = values.kind === undefined ? SHARES : [values.kind];
const first = Number(values.seed);
const most = values.attempts === undefined ? Infinity : Number(values.attempts);
const until = values.attempts === undefined ? Date.now() + Number(values.minutes ?? "1") * 60_000 : Infinity;

const worker = forked<Order, Reply>(join(import.meta.dirname, "worker.js"));

/** A worker that hangs or dies is a find. */
function findIn(answer: Answer<Reply>): string | undefined {
  if (answer.kind === "replied") return answer.reply.find;
  return answer.kind === "ended"
    ? `the process died (${answer.code})`
    : `no end after ${LONGEST / 1000} s ${answer.about}`;
}

const tallies = new Map<string, string>();
let [made, finds] = [0, 0];
for (; made < most && Date.now() < until; made++) {
  const [kind, seed] = [kinds[made % kinds.length], first + made];
  const answer = await worker.ask({ kind, seed }, LONGEST);
  if (answer.kind === "replied") tallies.set(kind, answer.reply.tally);
  const find = findIn(answer);
  if (find === undefined) continue;
  finds++;
  console.log(`FIND --kind ${kind} --seed ${seed}: ${find}`);
}
worker.stop();
for (const [kind, tally] of tallies) console.log(`${kind}: ${tally}`);
console.log(`Node ${process.versions.node}, first seed ${first}: ${made} attempts, ${finds} finds`);
process.exit(finds === 0 ? 0 : 1);
