import { measureNamed } from "../../src/index.ts";
import { counted, type Voice } from "../i18n/say.ts";
import type { PlanList } from "../worker/messages.ts";

/** How sure it is, measure by measure, that a list which is not complete holds the best plan of all; the main measures first. */
interface Sureness {
  /** In a few sentences. */
  readonly told: string;
  /** What the measures are called by which it does. */
  readonly proven: readonly string[];
  /** Those by which it may not, each with how far off it is at most. */
  readonly near: readonly string[];
}

export function surenessOf(voice: Voice, best: NonNullable<PlanList["best"]>): Sureness {
  const { say, read, number } = voice;
  const titled = best.flatMap(({ measure, gap }) => {
    const { title, verdict } = measureNamed(measure) ?? {};
    return title ? [{ what: read(title), gap, isMain: verdict !== undefined }] : [];
  });
  const all = titled.toSorted((a, b) => Number(b.isMain) - Number(a.isMain));
  const proven = all.filter(({ gap }) => gap === 0).map(({ what }) => what);
  const near = all
    .filter(({ gap }) => gap > 0)
    .map(({ what, gap }) => say("summary.sure.within", { what, gap: number(100 * gap, 1) }));
  const told = [
    ...(proven.length > 0 ? [say("summary.sure.proven", counted(voice, proven.length))] : []),
    ...(near.length > 0 ? [say("summary.sure.near", counted(voice, near.length))] : []),
    say("summary.sure.others"),
  ];
  return { told: told.join(" "), proven, near };
}
