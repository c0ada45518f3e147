import { counted, type Voice } from "../i18n/say.ts";
import { asLargeAs, unitInSteps } from "../../src/index.ts";
import { areFew, pupilsTold } from "./pupils-told.ts";
import type { StrokeMend } from "../worker/messages.ts";

/** What mending a stroke comes to, as it is told. */
interface Offered {
  /** Areas that would get another school, and the pupils in them. */
  readonly areas: number;
  readonly pupils: number;
  readonly stroke: StrokeMend;
  readonly proven: "quick" | "stopped" | "optimal";
  /** What no repair touches, beside what is locked. */
  readonly kept: "drawn" | "locked" | "nothing";
  /** Whether the step cut something off, or put schools together in districts that lie in pieces. */
  readonly what: "cut" | "districts";
}

/** What the stroke broke, what would mend it, and what that costs; the first line most important. */
export function mendLines(voice: Voice, { areas, pupils, stroke, proven, kept, what }: Offered): readonly string[] {
  const { say } = voice;
  const { apart, joined, over, places, beyond, returned } = stroke;
  if (returned) return backLines(voice, { areas, pupils, stroke, proven }, returned);
  if (areas === 0)
    return [
      say(joined === "none-possible" ? "mend.apart.never" : "mend.apart.none", { kept, what }),
      say("mend.scope"),
    ];
  const isFew = areFew(pupils);
  const isFull = over.before > over.after;
  const isEnough = over.after === 0;
  const room = isEnough ? "all" : "more";
  const blanks = { ...counted(voice, areas), pupils: pupilsTold(voice, pupils), what, room };
  const whole = isFull ? "mend.both" : "mend.apart";
  const filled = isEnough ? "mend.enough" : "mend.fewer";
  const key = apart === 0 ? filled : joined === "all" ? whole : "mend.some";
  return [
    say(key, blanks),
    ...(apart > 0 && places !== "kept"
      ? [say("mend.fuller"), ...fullerLine(voice, { proven, kept, what }, places)]
      : []),
    ...(apart > 0 && isFull && !isEnough ? [say("mend.stillFull")] : []),
    ...(places === "kept" && beyond === "must-be" ? [say("mend.fuller.must", { kept })] : []),
    ...(isFew ? [] : [costLine(voice, stroke)]),
    ...(proven === "optimal" && what === "cut" ? [say("mend.smallest")] : []),
  ];
}

/** Where part of what was just drawn would go back, or all of it. */
function backLines(
  voice: Voice,
  { areas, pupils, stroke, proven }: Pick<Offered, "areas" | "pupils" | "stroke" | "proven">,
  { areas: back, of, must }: NonNullable<StrokeMend["returned"]>,
): readonly string[] {
  const { say, number } = voice;
  const { apart, over } = stroke;
  const broke = apart === 0 ? "full" : over.before > over.after ? "both" : "apart";
  const told = pupilsTold(voice, pupils);
  const blanks = { broke, part: back === of ? "all" : "some", of, ofText: number(of), ...counted(voice, back) };
  return [
    say("mend.back", { ...blanks, pupils: told }),
    ...(areas > back ? [say("mend.back.others", counted(voice, areas - back))] : []),
    say(must === "proven" ? "mend.back.must" : "mend.back.unknown"),
    ...(areFew(pupils) ? [] : [costLine(voice, stroke)]),
    ...(proven === "optimal" ? [say("mend.back.fewest")] : []),
    say("mend.scope"),
  ];
}

/**
 * Whether a school has to get too full, as far as that is known; nothing is said while it is worked out, nor of districts, whose schools
 * keep the areas they have.
 */
function fullerLine(
  { say }: Voice,
  { proven, kept, what }: Pick<Offered, "proven" | "kept" | "what">,
  places: StrokeMend["places"],
): readonly string[] {
  if (what === "districts") return [];
  if (places === "must-exceed") return [say("mend.fuller.must", { kept })];
  return proven === "quick" ? [] : [say("mend.fuller.unknown")];
}

/** A smaller amount says nothing; from the next one on it is told in so many, both in kroner or as large in other money; from the largest on in millions. */
const [LEAST, TENS, MILLION] = [1000, 10_000, 1_000_000];
/** Of real pupils money is told to the nearest of so much, kroner. */
const LEAST_TOLD = 500_000;
/** So long a way is told in tens, pupil-kilometres: what is estimated is not known to the last of thousands. */
const LONG = 100;

/** A way without its direction. */
export const wayTold = ({ number, counts }: Pick<Voice, "number" | "counts">, kilometres: number): string => {
  const way = Math.abs(unitInSteps(counts, "pupil-kilometres", kilometres));
  return way < LONG ? number(way, 1) : number(10 * Math.round(way / 10));
};

/** What a repair costs in way and money, against the plan as it is. */
export function costLine(voice: Voice, { kilometres, kroner }: Pick<StrokeMend, "kilometres" | "kroner">): string {
  const { say, number, counts, currency } = voice;
  const [least, tens, littlest] = [LEAST, TENS, LEAST_TOLD / 2].map((amount) => asLargeAs(amount, currency));
  const way = Math.round(10 * unitInSteps(counts, "pupil-kilometres", kilometres)) / 10;
  const km = wayTold(voice, way);
  const [sameWay, sameMoney] =
    counts === "exactly"
      ? (["mend.sameWay", "mend.sameMoney"] as const)
      : (["mend.littleWay", "mend.littleMoney"] as const);
  const longer = say(way === 0 ? sameWay : way < 0 ? "mend.shorter" : "mend.longer", { km });
  if (kroner === undefined) return longer;
  const step = Math.abs(kroner) < tens ? least : tens;
  const amount = step * Math.round(Math.abs(unitInSteps(counts, currency, kroner)) / step);
  const key = amount === 0 ? sameMoney : kroner > 0 ? "mend.dearer" : "mend.cheaper";
  const told =
    amount < MILLION
      ? say("money.small", { mid: number(amount) })
      : say("money.large", { mid: voice.amount(amount, "kroner") });
  return `${longer} ${say(key, { kroner: told, most: number(littlest) })}`;
}
