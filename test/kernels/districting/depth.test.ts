import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const SEATS = pathToFileURL(resolve(import.meta.dirname, "../../../dist/src/kernels/districting/seats.js"));
/** Kilobytes; a browser gives a worker's thread less than half of the thousand that Node has. */
const STACK = 120;
const COLUMNS = 400;

/**
 * A strip of two rows, every unit as dear at either end: nothing follows from a decision but the next one, so the search decides
 * half of the units one below the other.
 */
const STRIP = `
const { solveSeats } = await import(${JSON.stringify(SEATS.href)});
const [columns, units] = [${COLUMNS}, ${2 * COLUMNS}];
const start = new Uint32Array(units + 1), target = [];
for (let unit = 0; unit < units; unit++) {
  const column = unit % columns;
  if (column > 0) target.push(unit - 1);
  if (column < columns - 1) target.push(unit + 1);
  target.push((unit + columns) % units);
  start[unit + 1] = target.length;
}
let cost;
const answer = solveSeats(
  {
    adjacency: { start, target: Uint32Array.from(target) },
    demand: new Float64Array(units).fill(1),
    cost: new Float64Array(2 * units).fill(1),
    seatUnit: Int32Array.of(0, units - 1),
    least: new Float64Array(2).fill(columns),
    most: new Float64Array(2).fill(columns),
  },
  { cutoff: Infinity, nodes: 10 * columns, onPlan: (_, value) => (cost = value) },
);
console.log(JSON.stringify({ nodes: answer.nodes, isProven: answer.bound === Infinity, cost }));`;

test("a search as deep as there are units fits on the stack of a browser's worker", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [`--stack-size=${STACK}`, "--input-type=module", "--eval", STRIP],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const found = JSON.parse(stdout) as { nodes: number; isProven: boolean; cost: number };
  expect(found).toMatchObject({ isProven: true, cost: 2 * COLUMNS });
  expect(found.nodes).toBeGreaterThanOrEqual(COLUMNS);
});
