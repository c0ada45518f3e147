import { unitInSteps } from "../../src/index.ts";
import { wayTold } from "./mend-words.ts";
import { areFew, pupilsTold } from "./pupils-told.ts";
import { counted, type Voice } from "../i18n/say.ts";
import type { Difference, OfferFigures } from "./later-offer.ts";

/** Of more differences the first are told; all that it comes to is told once it is shown. */
const [BETTER, WORSE] = [2, 1];

/** What was found since is better at, and what it costs beside that; of few pupils nothing is told. */
export function sinceLines(
  voice: Voice,
  { shown, found }: { readonly shown: OfferFigures; readonly found: OfferFigures },
  all: readonly Difference[],
): readonly string[] {
  const { say } = voice;
  const few = [shown, found].some(({ pupils }) => areFew(pupils));
  const lines = (is: "better" | "worse"): readonly string[] =>
    all.filter((each) => each.found < each.shown === (is === "better")).flatMap((each) => told(voice, each, few));
  const [better, worse] = [lines("better").slice(0, BETTER), lines("worse").slice(0, WORSE)];
  return [
    better.length > 0 ? say("since.better", { what: better.join(", ") }) : say("since.little"),
    ...(worse.length > 0 ? [say("since.worse", { what: worse.join(", ") })] : []),
  ];
}

function told(voice: Voice, { of, shown, found }: Difference, few: boolean): readonly string[] {
  const { say, number } = voice;
  const is = found < shown ? "less" : "more";
  switch (of) {
    case "parts":
    case "fuller":
      return [say(`since.${of}`, { is })];
    case "back":
    case "areas":
      return [say(`since.${of}`, { ...counted(voice, found), shown: number(shown) })];
    case "way":
      return few || unitInSteps(voice.counts, "pupil-kilometres", shown - found) === 0
        ? []
        : [say("since.way", { is, km: wayTold(voice, shown - found) })];
    case "over":
    case "pupils": {
      const [was, now] = [pupilsTold(voice, shown), pupilsTold(voice, found)];
      return was === now ? [] : [say(`since.${of}`, { found: now, shown: was })];
    }
    default:
      return of satisfies never;
  }
}
