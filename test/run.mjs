/**
 * `npm test`: types, lint with layers, format and every test. The last line counts what passed and what failed; the exit
 * code is 1 if anything failed.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const steps = [
  ["types", "tsc", ["-b"]],
  ["lint and layers", "oxlint", []],
  ["format", "oxfmt", ["--check"]],
];
let passed = 0;
let failed = 0;
const shell = process.platform === "win32";
const program = (command) => join("node_modules", ".bin", command);
const run = (command, args) => spawnSync(program(command), args, { stdio: "inherit", shell });

/** All of them at once, what each prints told when its turn comes. */
const begun = steps.map(([, command, args]) => {
  const child = spawn(program(command), args, { stdio: ["ignore", "pipe", "pipe"], shell });
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => told.push(part));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => done({ status, told: Buffer.concat(told).toString() }));
  });
});
for (const [i, [name]] of steps.entries()) {
  const { status, told } = await begun[i];
  process.stdout.write(told);
  console.log(status === 0 ? "ok:" : "FAILED:", name);
  if (status === 0) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-test-"));
const report = join(folder, "report.json");
const { status } = run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile=${report}`,
  ...process.argv.slice(2),
]);
let counted = 0;
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  counted = result.numFailedTests;
  for (const file of result.testResults)
    for (const test of file.assertionResults)
      if (test.status === "pending" || test.status === "skipped") console.log(`skipped: ${test.fullName}`);
} catch (error) {
  console.error("The test report could not be read:", error);
}
// A file that fails to load has no test of its own to count.
if (status !== 0 && counted === 0) failed++;
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
