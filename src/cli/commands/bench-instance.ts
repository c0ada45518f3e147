import { catalogue } from "../../domain/language.ts";
import { cpus } from "node:os";
import { basename } from "node:path";
import { fileHash } from "../../import/data-hash.ts";
import type { InstanceFile } from "../../protocol/instance-file.ts";
import { EXIT, CommandError, type ExitCode } from "../exit.ts";
import { readBytes } from "../files.ts";
import { FORMATS } from "../instances/formats.ts";
import type { InstanceAnswer, InstanceFormat } from "../instances/instance.ts";
import type { TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";
import { programVersion } from "../version.ts";

const SAID = catalogue("cli.commands.bench-instance", {
  valueAndBound: {
    da: "bedste fundne værdi {value}, nedre grænse {bound}, i instansens egne enheder",
    en: "best value found {value}, lower bound {bound}, in the instance's own units",
  },
  unknownFormat: { da: "--format skal være en af: {names}.", en: "--format must be one of: {names}." },
});

export interface BenchInstanceRequest {
  readonly path: string;
  readonly format: string;
  readonly seconds: number;
  readonly seed: number;
  readonly json?: string;
  readonly time: TimeTold;
}

/** A file that a format cannot read, at once or later, is a problem of the input, told with the line. */
async function solve(
  format: InstanceFormat,
  text: string,
  { path, seed }: BenchInstanceRequest,
  deadline: number,
  say: Say,
): Promise<InstanceAnswer> {
  try {
    return await format.solve(text, {
      seed,
      shouldStop: () => performance.now() >= deadline,
      onProgress: ({ value = "-", bound = "-" }) =>
        say.progress(say.text(SAID.valueAndBound, { value: String(value), bound: String(bound) })),
    });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.input, `${path}: ${what}`);
  }
}

/** `bench-instance FILE --format F`: one published instance, with value, bound, gap, time and proof state; the solution itself stands in the JSON. */
export async function benchInstance(request: BenchInstanceRequest, say: Say): Promise<ExitCode> {
  const format = FORMATS.find(({ name }) => name === request.format);
  const names = FORMATS.map(({ name }) => name).join(", ");
  if (!format) throw new CommandError(EXIT.input, say.text(SAID.unknownFormat, { names }));
  const bytes = await readBytes(request.path);
  const text = new TextDecoder().decode(bytes);
  const started = performance.now();
  const deadline = started + 1000 * request.seconds;
  const answer = await solve(format, text, request, deadline, say);
  say.progressDone();
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage();
  const run = {
    seconds: round(seconds),
    cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    machine: `Node ${process.versions.node}, ${cpus()[0]?.model ?? "?"}`,
  };
  const gap = gapOf(answer);
  const file: InstanceFile = {
    file: basename(request.path),
    hash: fileHash(bytes),
    format: format.name,
    ...answer,
    ...(gap !== undefined && { gap }),
    seed: request.seed,
    program: `skoledistrikt ${programVersion}`,
    ...(request.time === "told" && { run }),
  };
  for (const [key, value] of Object.entries({ ...file, ...run }))
    if (key !== "solution" && key !== "run")
      say.answer(`${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  if (request.json !== undefined) await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  return { optimal: EXIT.ok, stopped: EXIT.stopped, infeasible: EXIT.infeasible }[answer.status];
}

function gapOf({ value, bound }: InstanceAnswer): number | undefined {
  if (value === undefined || bound === undefined) return undefined;
  return Math.max(0, value - bound) / Math.max(Math.abs(value), 1e-12);
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
