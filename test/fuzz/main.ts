/**
 * `npm run fuzz -- [--minutes N | --attempts N] [--kind files|plans|questions|commands] [--seed S]`: damaged files, broken plans,
 * random questions and command lines against what must always hold. Prints each find with its seed, which makes it again
 * (`--kind K --seed S --attempts 1`), and ends with exit code 1 if there was any.
 */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { About, Order, Reply } from "./worker.ts";

/** Longest time for one attempt, in milliseconds, before it counts as hanging: questions may search for five seconds a stage. */
const LONGEST = 60_000;
const SHARES: readonly string[] = [
  "files",
  "files",
  "files",
  "files",
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

let worker: ChildProcess | undefined;
const start = (): ChildProcess => fork(join(import.meta.dirname, "worker.js"));

/** One attempt; a worker that hangs or dies is a find, and another takes its place. */
function attempt(order: Order): Promise<Omit<Reply, "tally"> & Partial<Reply>> {
  const child = (worker ??= start());
  return new Promise((resolve) => {
    const end = (reply: Omit<Reply, "tally"> & Partial<Reply>, lost: boolean): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (lost) {
        child.kill("SIGKILL");
        worker = undefined;
      }
      resolve(reply);
    };
    let about = "";
    const give = () => end({ ...order, find: `no end after ${LONGEST / 1000} s ${about}` }, true);
    const timer = setTimeout(give, LONGEST);
    child.on("message", (reply: Reply | About) => {
      if ("about" in reply) ({ about } = reply);
      else end(reply, false);
    });
    child.once("exit", (code) => end({ ...order, find: `the process died (${code})` }, true));
    child.send(order);
  });
}

const tallies = new Map<string, string>();
let [made, finds] = [0, 0];
for (; made < most && Date.now() < until; made++) {
  const { kind, seed, find, tally } = await attempt({ kind: kinds[made % kinds.length], seed: first + made });
  if (tally !== undefined) tallies.set(kind, tally);
  if (find === undefined) continue;
  finds++;
  console.log(`FIND --kind ${kind} --seed ${seed}: ${find}`);
}
worker?.kill();
for (const [kind, tally] of tallies) console.log(`${kind}: ${tally}`);
console.log(`Node ${process.versions.node}, first seed ${first}: ${made} attempts, ${finds} finds`);
process.exit(finds === 0 ? 0 : 1);
