import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { readCaseFolder } from "../../src/cli/files.ts";
import { readProposal } from "../../src/edit/proposal-file.ts";
import { openCase } from "../../src/open-case.ts";
import { clocked } from "./drawn-strokes.ts";

/** A thread that has opened the case and nothing else, as a window has when a proposal is dropped on it; tells how long its file took, milliseconds. */
const { value } = openCase(await readCaseFolder("data/holbaek"));
if (!value) throw new Error("data/holbaek does not open");
const { basis, plans, dataHash } = value;
const text = readFileSync(String(workerData), "utf8");
const times: number[] = [];
const read = clocked(times, () => readProposal(text, { municipality: basis.municipality, plans, dataHash }));
if (!read.value) throw new Error(read.issues.map(({ code, values }) => `${code} ${JSON.stringify(values)}`)[0]);
// To this program, not to a window of another.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(times[0]);
