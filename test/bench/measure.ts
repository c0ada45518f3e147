/** One measured line of the bench table. */
export interface Result {
  readonly what: string;
  /** What was worked on: size, seed. */
  readonly on: string;
  readonly value: string;
  /** What the project asks of itself; empty where nothing is asked. */
  readonly target: string;
}

/** A group of measurements, run in a process of its own so that memory is its own. */
export interface Group {
  readonly name: string;
  /** It takes too long to be run among the others. */
  readonly asked?: "by name alone";
  readonly run: () => Promise<readonly Result[]>;
}

const REPEATS = 5;

/** Median of five runs in milliseconds, after those that warm up, and what the last run gave. */
export async function timed<Value>(
  run: () => Value | Promise<Value>,
  warmUps = 1,
): Promise<{ readonly ms: number; readonly value: Value }> {
  let value = await run();
  for (let warm = 1; warm < warmUps; warm++) value = await run();
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    value = await run();
    times.push(performance.now() - started);
  }
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)], value };
}

/** Starts a clock of the time that this process works, whatever else the machine does meanwhile; milliseconds. */
export function processorClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

export const inMs = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`);
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
/** Highest memory this process has held, MB. */
export const peakMemory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
