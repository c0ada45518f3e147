import { measureNamed } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { PlanList } from "../worker/messages.ts";

type Said = Pick<Voice, "say" | "list" | "read" | "number">;
type Sureness = NonNullable<PlanList["best"]>;

const isMain = ({ measure }: Sureness[number]): boolean => measureNamed(measure)?.verdict !== undefined;

/**
 * By which main measures a list that is not complete is proven to hold the best plan of all, or one so near it, and that it is not by
 * others.
 */
export function surenessSentences(voice: Said, best: Sureness): string {
  return [...sentences(voice, best.filter(isMain)), voice.say("summary.sure.others")].join(" ");
}

/** The same by the other measures, for those who ask; nothing where nothing is known by any. */
export const otherSurenessSentences = (voice: Said, best: Sureness): string =>
  sentences(
    voice,
    best.filter((each) => !isMain(each)),
  ).join(" ");

function sentences({ say, list, read, number }: Said, best: Sureness): readonly string[] {
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
  ];
}
