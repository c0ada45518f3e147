/**
 * `npm run bench`: every figure the README states, medians of five runs in Node on one core, as a Markdown table. Name groups
 * to run only those. Each group runs in a process of its own.
 */
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { addresses } from "./addresses.ts";
import { cityGroup } from "./city.ts";
import { bestGroupingsGroup } from "./best-groupings.ts";
import { countryGroup } from "./country.ts";
import { districting } from "./districting.ts";
import { drawing, drawnLog, mending, undo } from "./drawing.ts";
import { effects } from "./effects.ts";
import { forecast } from "./forecast.ts";
import { real, schematic } from "./holbaek.ts";
import { importGroup } from "./import.ts";
import { bands, growth, location, seededLocation } from "./location.ts";
import { lampGroup } from "./lamp.ts";
import { listGroup } from "./list.ts";
import { longListGroup } from "./long-list.ts";
import { longRoom } from "./long-room.ts";
import type { Group, Result } from "./measure.ts";
import { outlines } from "./outlines.ts";
import { page } from "./page.ts";
import { restoredRoom } from "./restored-room.ts";
import { roomsGroup } from "./rooms.ts";
import { roomsKillGroup } from "./rooms-kill.ts";
import { routing } from "./routing.ts";
import { strokeGroup } from "./strokes.ts";
import { sweepGroup } from "./sweep.ts";
import { questions } from "./questions.ts";
import { transportation } from "./transportation.ts";
import { uncertainty } from "./uncertainty.ts";

const GROUPS: readonly Group[] = [
  schematic,
  real,
  listGroup,
  questions,
  effects,
  strokeGroup,
  drawing,
  undo,
  drawnLog,
  mending,
  lampGroup,
  transportation,
  location,
  bands,
  growth,
  seededLocation,
  districting,
  routing,
  forecast,
  uncertainty,
  outlines,
  addresses,
  page,
  bestGroupingsGroup,
  longListGroup,
  roomsGroup,
  longRoom,
  roomsKillGroup,
  restoredRoom,
  importGroup,
  sweepGroup,
  countryGroup,
  cityGroup,
];
const IN_CHILD = "--group";

async function runGroup(name: string): Promise<void> {
  const group = GROUPS.find((candidate) => candidate.name === name);
  if (!group) throw new Error(`No group "${name}"; there are: ${GROUPS.map((candidate) => candidate.name).join(", ")}`);
  process.stdout.write(JSON.stringify(await group.run()));
}

function runAll(names: readonly string[]): void {
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}, ${memory} GB\n`);
  console.log("| what | on | measured | target |\n|---|---|---|---|");
  for (const name of names.length > 0 ? names : GROUPS.filter(({ asked }) => !asked).map((group) => group.name)) {
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), IN_CHILD, name], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.status !== 0) {
      console.log(`| ${name} | | failed | |`);
      process.exitCode = 1;
      continue;
    }
    const results: readonly Result[] = JSON.parse(child.stdout);
    for (const { what, on, value, target } of results) console.log(`| ${what} | ${on} | ${value} | ${target} |`);
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === IN_CHILD) await runGroup(rest[0] ?? "");
else runAll(first === undefined ? [] : [first, ...rest]);
