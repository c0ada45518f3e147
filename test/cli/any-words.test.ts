import { expect, test } from "vitest";
import { COMMANDS, type CommandName } from "../../src/cli/command-list.ts";
import type { Flag } from "../../src/cli/flag-forms.ts";
import { flagsOf } from "../../src/cli/flags.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { here } from "./here.ts";

/** What people type by mistake, and what others type on purpose. */
const ODD = [
  "0",
  "-1",
  "26",
  "2,5",
  "1.000",
  "1e9",
  "NaN",
  "Infinity",
  "99999999999999999999",
  "٣",
  "10%",
  "=1+1",
  "-",
  "--",
  "",
  " ",
  "constructor",
  "__proto__",
  "toString",
  "today",
  "2016",
  "A",
  "A,B",
  "A,A",
  ",",
  "a-skole=0-9",
  "a-skole=",
  "=0-9",
  "a-skole=0-9|x",
  "capacity",
  "capacity:",
  "lock:a3:0-3:a-skole",
  "lock:::",
  "longest-way:0-3:",
  "longest-way:0-3:1e9",
  "most-moved:-0",
  "feeder:a-skole:a-skole",
  "capacity-in-years:",
  "capacity-in-years:0-0:low,low",
  "site=1",
  "site=",
  "pupil-metres*",
  "pupil-metres+",
  "pupil-metres*0,5+overflow*2",
  "saving",
  "nearest",
  "stay",
  "/nowhere/x.json",
  "data",
  "/dev/null",
  "data/lattice/case.json",
  "a\nb",
  "ø".repeat(300),
  "{plan}",
  "${x}",
];

/** Commands that start a server or want other files. */
const LEFT_OUT = new Set<CommandName>(["serve", "start", "backup", "restore", "bench-instance"]);
const NAMES = COMMANDS.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));

/** Values with which a command goes on to answer. */
const NEEDED = new Map([
  ["plan", "today"],
  ["districts", "2"],
  ["start", "2027"],
]);

/** Outputs go nowhere, so that no file is made by chance. */
const isHarmless = ({ takes }: Flag, value: string): boolean =>
  takes.kind !== "output" || value === "-" || value.startsWith("/") || value.startsWith("data");

test("no words end in a stack: every one of some hundred command lines is answered or refused", async () => {
  const random = seededRandom(7);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)];
  for (let round = 0; round < 150; round++) {
    const command = pick(NAMES);
    const words: string[] = [command, "data/lattice"];
    for (let i = 0; i < 1 + random() * 3; i++) {
      const flag = pick(flagsOf(command));
      const value = random() < 0.3 && flag.takes.kind !== "nothing" ? flag.takes.example : pick(ODD);
      if (isHarmless(flag, value))
        words.push(...(random() < 0.5 ? [`--${flag.name}`, value] : [`--${flag.name}=${value}`]));
    }
    const needed = flagsOf(command).filter(
      ({ name, required }) => required?.includes(command) && !words.includes(`--${name}`),
    );
    for (const { name } of needed) words.push(`--${name}`, NEEDED.get(name) ?? "2");
    const { code, err } = await here(...words).catch((error: unknown) => {
      throw new Error(`${JSON.stringify(words)}: ${String(error)}`, { cause: error });
    });
    expect([0, 2, 3, 4], JSON.stringify(words) + err).toContain(code);
    if (code === 2) expect(err.trim(), JSON.stringify(words)).not.toBe("");
  }
});
