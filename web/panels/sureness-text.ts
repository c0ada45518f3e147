import { measureNamed } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { PlanList } from "../worker/messages.ts";

/** By which measures a list that is not complete is proven to hold the best plan of all, or one so near it, and that it is not by others. */
export function surenessSentences(
  { say, list, read, number }: Pick<Voice, "say" | "list" | "read" | "number">,
  best: NonNullable<PlanList["best"]>,
): string {
  const titled = best.flatMap(({ measure, gap }) => {
    const title = measureNamed(measure)?.title;
    return title ? [{ what: read(title), gap }] : [];
  });
  const proven = titled.filter(({ gap }) => gap === 0).map(({ what }) => what);
  const near = titled
    .filter(({ gap }) => gap > 0)
    .map(({ what, gap }) => say("summary.sure.within", { what, gap: number(100 * gap, 1) }));
  return [
    ...(proven.length > 0 ? [say("summary.sure.proven", { what: list(proven) })] : []),
    ...(near.length > 0 ? [say("summary.sure.near", { what: list(near) })] : []),
    say("summary.sure.others"),
  ].join(" ");
}
