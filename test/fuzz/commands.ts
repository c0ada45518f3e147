import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Dice, type Kind, Tally } from "./attempt.ts";
import { JUNK } from "./damage.ts";

const PROGRAM = join(import.meta.dirname, "../../src/cli/main.js");
/** Longest work without a word, in seconds of a core: what waits for a busy machine is not silent. */
const SILENCE = 10;

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: [],
  evaluate: ["--plan", "--baseline", "--json"],
  consolidate: [
    "--districts",
    "--policy",
    "--together",
    "--apart",
    "--at-most",
    "--at-least",
    "--sort",
    "--json",
    "--csv",
  ],
  compare: ["--plan", "--plan", "--draws", "--seed", "--by", "--csv"],
  forecast: ["--plan", "--years", "--scenario", "--draws"],
  costs: [],
  buses: ["--plan", "--seats", "--ride", "--geojson"],
  calendar: ["--plan", "--start", "--ics"],
  reassign: ["--rule", "--rule", "--minimise", "--plan", "--json"],
  network: ["--rule", "--site", "--site", "--cost", "--networks", "--apart"],
  redraw: ["--districts", "--tolerance", "--balance", "--seat", "--minimise"],
  price: ["--rule", "--rule"],
  pareto: ["--objectives", "--points"],
  repair: ["--plan", "--lock", "--rule"],
};

const LIKELY: Readonly<Record<string, readonly string[]>> = {
  "--plan": ["today", "data/lattice/plans/today.json", "i dag", "nope"],
  "--baseline": ["today", "nope"],
  "--districts": ["1", "2", "3", "4", "5", "0", "1.000", "2,0"],
  "--policy": ["stay", "nearest", "best"],
  "--together": ["A,B", "A", "A,A", "A,Q"],
  "--apart": ["A,B", "B,C", "A,B,C,D", "1", "2"],
  "--at-most": ["100", "0", "1e3", "150"],
  "--at-least": ["10", "76", "1.000"],
  "--sort": ["saving", "changed-site", "distance-worst", "nope"],
  "--by": ["town", "parish", "street"],
  "--draws": ["10", "0", "100", "-1"],
  "--seed": ["1", "x", "-3"],
  "--years": ["1", "12", "0", "400"],
  "--scenario": ["low", "mid", "none"],
  "--seats": ["0", "1", "50", "-5", "1.000"],
  "--ride": ["0", "60", "1"],
  "--start": ["26", "2026", "2026/27", "99999"],
  "--rule": [
    "capacity",
    "contiguous-zones",
    "keeps-own-unit",
    "nearest-open",
    "one-site-for-all-bands",
    "stay-in-district",
    "most-moved:0",
    "most-moved:20",
    "lock:a3:0-3:b-skole",
    "lock:a3:0-3:a-skole",
    "lock:nope:0-3:a-skole",
    "longest-way:0-3:100",
    "longest-way:0-3:2,5",
    "longest-way:7-9:5000",
    "feeder:a-skole:b-skole",
    "most-split:1",
    "at-most:longest-way:2,5_km",
    "at-most:overflow:-1",
    "capacity-in-years:0-2:low",
  ],
  "--minimise": ["pupil-metres", "longest-way,pupil-metres", "overflow", "kroner", "inertia", "fullest-site", "x"],
  "--site": ["a-skole=closed", "b-skole=0-6", "a-skole=0-9", "q=0-9", "c-skole=", "d-skole=7-9"],
  "--cost": ["site=0.02", "site=1e12", "pupilKilometre=0", "band=-1"],
  "--networks": ["1", "3", "0"],
  "--tolerance": ["10%", "10", "0", "100%", "-5%"],
  "--balance": ["pupils", "0-3", "7-9"],
  "--seat": ["a-skole", "b-skole", "q"],
  "--objectives": ["pupil-metres,changed-site", "pupil-metres", "overflow,longest-way", ""],
  "--points": ["2", "0", "50"],
  "--lock": ["a3", "b3", "nope"],
  "--json": ["/dev/full", "/proc/x", "/tmp", "data/lattice/sites.csv", "-"],
  "--csv": ["/dev/null", "/nowhere/x.csv", "-"],
  "--geojson": ["/dev/null", "data/lattice/roads.geojson"],
  "--ics": ["/dev/null", "/tmp"],
};

/** What no answer may hold. */
const BROKEN = /\n {4}at |\bNaN\b|\bInfinity\b|∞|\bundefined\b|\[object|evaluate finds/;

function commandLine(dice: Dice): string[] {
  const command = dice.one(Object.keys(COMMANDS));
  const words = [command, dice.chance(0.97) ? "data/lattice" : dice.one(["data", "nowhere", "README.md"])];
  const flags = COMMANDS[command].filter(() => dice.chance(0.6));
  if (dice.chance(0.08)) flags.push(dice.one(Object.keys(LIKELY)));
  for (const flag of flags) {
    const value = dice.chance(0.1) ? dice.one(JUNK.filter((text) => !text.includes("\0"))) : dice.one(LIKELY[flag]);
    words.push(...(dice.chance(0.2) ? [`${flag}=${value}`] : [flag, value]));
  }
  words.push(...dice.one([["--lang", "en"], ["--lang=da"], []]));
  return words;
}

let folder: string | undefined;

/** A folder of its own with a copy of the case: commands write what they are told to, where they are told to. */
function place(): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), "skoledistrikt-fuzz-"));
  cpSync("data/lattice", join(folder, "data/lattice"), { recursive: true });
  return folder;
}

const began = performance.now();

/** Seconds of a core that a process has used; where the system does not tell, seconds of the clock. */
function secondsUsed(pid: number | undefined): number {
  try {
    // The name stands in brackets; of what follows, fields 12 and 13 are user and system time in hundredths.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return (performance.now() - began) / 1000;
  }
}

/** The program's end, or that it said nothing for too long. Inputs of the case are left as they were, which is checked elsewhere. */
const run = (words: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly text: string; readonly silent: boolean }>((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: place(), stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    let silent = false;
    const giveUp = () => {
      silent = true;
      child.kill("SIGKILL");
    };
    let heardAt = 0;
    const timer = setInterval(() => {
      if (secondsUsed(child.pid) - heardAt > SILENCE) giveUp();
    }, 500);
    const heard = (chunk: Buffer): void => {
      text += chunk.toString();
      heardAt = secondsUsed(child.pid);
    };
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ code, text, silent });
    });
  });

export const tally = new Tally();

/** Command lines that fit and that do not: no exit 1, no stack trace, no broken figure, no silence over ten seconds. */
export const commandLines: Kind = {
  name: "commands",
  async attempt(dice) {
    const words = commandLine(dice);
    const { code, text, silent } = await run(words);
    tally.add(`exit ${code}`);
    const shown = words
      .map((word) => (/[^\w./:=,%-]/.test(word) || word === "" ? JSON.stringify(word) : word))
      .join(" ");
    if (silent) return { what: `${shown}: no word for ${SILENCE} s` };
    if (code === null || code === 1) return { what: `${shown}: exit ${code}: ${text.slice(-500)}` };
    // What the user typed may be said back, a flag's value alone too.
    const typed = words.flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]);
    const broken = BROKEN.exec(
      typed.reduce((said, word) => (BROKEN.test(word) ? said.replaceAll(word, "") : said), text),
    );
    return broken
      ? { what: `${shown}: says ${text.slice(Math.max(0, broken.index - 80), broken.index + 80)}` }
      : undefined;
  },
};
