import type { MapSource } from "./map-source.ts";

/** How far the reading of one file is: so many steps of so many. */
export interface ImportStep {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

/** How far that is, from 0 to 1; `undefined` where it has only begun, and nobody knows. */
export const shareRead = ({ done, of }: ImportStep): number | undefined => (done === 0 ? undefined : done / of);

/** Whoever waits for an import: is told where it is, and may stop it. */
export interface ImportWatch {
  readonly progress: (step: ImportStep) => void;
  /** Asked at every step; a worker that reads hears no message, so it has to look. */
  readonly isStopped: () => boolean;
}

/** Thrown within an import that is stopped; it never leaves it. */
export class ImportStopped extends Error {}

/** Tells a step, and ends the import where it is stopped. */
export function step(watch: ImportWatch | undefined, told: ImportStep): void {
  watch?.progress(told);
  if (watch?.isStopped()) throw new ImportStopped();
}

/** Features between two steps: some hundredths of a second. */
const STRIDE = 5000;

/** A map whose reader is watched. `share`: how much of the work on the file it is to read its features. */
export function watchedMap(map: MapSource, watch: ImportWatch | undefined, share: number): MapSource {
  if (!watch) return map;
  const of = Math.ceil(map.count / share);
  let done = 0;
  return {
    ...map,
    feature: (number) => {
      if (++done % STRIDE === 0) step(watch, { file: map.file, done: Math.min(done, map.count), of });
      return map.feature(number);
    },
  };
}

/** Told how much of a piece of work is done, from 0 to 1; throws where whoever waits has stopped it. */
export type Share = (share: number) => void;

/** Numbers gone through between two tellings: some hundredths of a second. */
const PULSE = 16_384;

/** Goes through the numbers up to `count`, and tells from time to time how far that is between two shares of the whole. */
export function* numbersTold(count: number, share: Share, from: number, to: number): Generator<number, void> {
  for (let number = 0; number < count; number++) {
    if (number % PULSE === 0) share(from + ((to - from) * number) / count);
    yield number;
  }
}
