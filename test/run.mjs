/**
 * `npm test`: types, lint with layers, format and every test. The last line counts what passed and what failed; the exit
 * code is 1 if anything failed.
 */
import { spawnSync } from "node:child_process";
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
const run = (command, args) =>
  spawnSync(join("node_modules", ".bin", command), args, { stdio: "inherit", shell: process.platform === "win32" });

for (const [name, command, args] of steps) {
  const { status } = run(command, args);
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
