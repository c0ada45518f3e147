import {
  apartFrom,
  asLargeAs,
  type PlanMoney,
  type Range,
  smallestWritten,
  type SpanSide,
  spanSide,
  type Text,
  toStep,
} from "../../../src/index.ts";
import type { Voice } from "../../i18n/say.ts";

/** What amounts are written to that would be 0,0 in millions: kroner, or as large a thing in other money. */
const smallestStep = ({ currency }: Pick<Voice, "currency">): number => asLargeAs(1000, currency);

/** "7,5 (2,5 til 10,0) mio. kr.", or "41.000 (36.000 til 47.000) kr." where millions would say nothing. */
export function kroner(voice: Voice, amount: Range): string {
  const { range, number, say } = voice;
  const step = stepOf(amount, voice);
  if (step !== smallestStep(voice)) return range(amount);
  const write = (value: number): string => number(toStep(step, value));
  const [least, middle, most] = [amount.low, amount.mid, amount.high].map(write);
  return least === most
    ? say("money.small", { mid: middle })
    : say("money.small.range", { mid: middle, low: least, high: most });
}

/** Less than is ever written: half of the smallest step. */
export const isNothing = (voice: Pick<Voice, "currency">, range: Range): boolean =>
  spanSide(range, smallestStep(voice)) === "nothing";

/** On which side of nothing an amount lies as it is written; what is written as nothing is neither saved nor spent. */
const sideOf = (kr: number, step: number): "saved" | "spent" | "nothing" => {
  const side = spanSide({ low: kr, high: kr }, step);
  return side === "either" ? "nothing" : side;
};

/** The same amount seen from the other side: a saving of minus two is a cost of two. */
export const turned = ({ low, mid, high }: Range): Range => ({ low: 0 - high, mid: 0 - mid, high: 0 - low });

/** What an amount is written to. */
function stepOf({ low, high }: Range, voice: Voice): number {
  const ofMillions = smallestWritten(voice.currency);
  // Of real pupils no amount is told closer than in steps, of which the least is a part of a million.
  return voice.counts === "in-fives" || Math.max(Math.abs(low), Math.abs(high)) >= ofMillions
    ? ofMillions
    : smallestStep(voice);
}

interface SavedOrSpent {
  /** Without a sign, and without the word for an extra cost. */
  readonly amount: string;
  /** With that word, where it is one. */
  readonly whole: string;
  readonly is: "saved" | "spent" | "nothing";
}

/** A saving, an extra cost where it is below zero, or neither where it is written as nothing; where it is not sure which, its range says both in words. */
export function savedOrSpent(voice: Voice, saving: Range): SavedOrSpent {
  const { say, number } = voice;
  const step = stepOf(saving, voice);
  const is = sideOf(saving.mid, step);
  const side = spanSide(saving, step);
  if (side === is || side === "nothing") {
    const amount = kroner(voice, is === "spent" ? turned(saving) : saving);
    return { amount, whole: is === "spent" ? say("money.dearer", { amount }) : amount, is };
  }
  const write = (kr: number): string =>
    step === smallestStep(voice)
      ? say("money.small", { mid: number(toStep(step, Math.abs(kr))) })
      : say("money.large", { mid: voice.amount(Math.abs(kr), "kroner") });
  const blanks = { mid: write(saving.mid), spent: write(saving.low), saved: write(saving.high) };
  const amount = say("money.either", blanks);
  const mid = say("money.dearer", { amount: blanks.mid });
  return { amount, whole: is === "spent" ? say("money.either", { ...blanks, mid }) : amount, is };
}

interface MoneyHeadline {
  readonly amount: string;
  readonly what: string;
  /** How far it may lie from that; where it is not sure whether money is saved or spent, both are said. */
  readonly range?: string;
}

const HEADLINES = {
  saved: "money.headline",
  spent: "money.headline.cost",
  nothing: "money.headline.same",
} as const;

/** The plan's one figure, the same as in the list, the sentence and the target, with its range beside it. */
export function moneyHeadline(
  voice: Voice,
  { counted: total, counting }: Pick<PlanMoney, "counted" | "counting">,
): MoneyHeadline {
  const millions = (kr: number): string => voice.amount(Math.abs(kr), "kroner");
  const { low, mid, high } = total;
  const step = smallestWritten(voice.currency);
  const side = spanSide(total, step);
  const range = rangeBlanks(side, millions(low), millions(high));
  const is = sideOf(mid, step);
  // A headline of words has no million that its range could be told in.
  const large = (kr: number): string => voice.say("money.large", { mid: millions(kr) });
  const open = { side: "either", blanks: { spent: large(Math.min(0, low)), saved: large(Math.max(0, high)) } } as const;
  const said = is === "nothing" ? range && open : range;
  return {
    amount: is === "nothing" ? voice.say("money.same") : millions(mid),
    what: voice.say(HEADLINES[is], { apart: voice.read(apartFrom(counting)) }),
    ...(said && { range: voice.say(`money.between.${said.side}`, said.blanks) }),
  };
}

/** From the smaller to the larger, or where it is not sure which, from extra cost to saving; nothing where it is one number. */
function rangeBlanks(side: SpanSide, low: string, high: string) {
  if (side === "nothing" || (side !== "either" && low === high)) return undefined;
  if (side === "either") return { side, blanks: { spent: low, saved: high } } as const;
  const [least, most] = side === "spent" ? [high, low] : [low, high];
  return { side: "sure", blanks: { low: least, high: most } } as const;
}

/** How the savings of two plans differ: how much more or less the first saves, with nine of ten computations. `apart`: what they leave out. */
export function differenceText(
  { say, amount, read, currency }: Voice,
  { p5, mid, p95 }: Readonly<Record<"p5" | "mid" | "p95", number>>,
  apart: Text,
): string {
  const millions = (kr: number): string => amount(Math.abs(kr), "kroner");
  const step = smallestWritten(currency);
  const side = spanSide({ low: p5, high: p95 }, step);
  const bestSide = sideOf(mid, step);
  const best =
    bestSide === "nothing"
      ? say("pair.difference.same", { apart: read(apart) })
      : say("pair.difference", {
          mid: millions(mid),
          side: bestSide === "spent" ? "less" : "more",
          apart: read(apart),
        });
  const range = rangeBlanks(side, millions(p5), millions(p95));
  if (!range) return best;
  return range.side === "either"
    ? `${best} ${say("pair.difference.either", range.blanks)}`
    : `${best} ${say("pair.difference.sure", { ...range.blanks, side: side === "spent" ? "less" : "more" })}`;
}
