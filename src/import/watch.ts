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

/** A map whose reader is watched. */
export function watchedMap(map: MapSource, watch: ImportWatch | undefined): MapSource {
  if (!watch) return map;
  const of = map.count;
  let done = 0;
  return {
    ...map,
    feature: (number) => {
      if (++done % STRIDE === 0) step(watch, { file: map.file, done: Math.min(done, of), of });
      return map.feature(number);
    },
  };
}
