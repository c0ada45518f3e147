import type { Range } from "../../../src/index.ts";
import type { Voice } from "../../i18n/say.ts";

/** Below this an amount is written in kroner; in millions it would be 0,0. */
const SMALL = 100_000;

/** "7,5 (2,5 til 10,0) mio. kr.", or "41.000 (36.000 til 47.000) kr." where millions would say nothing. */
export function kroner({ range, number, say }: Voice, amount: Range): string {
  const { low, mid, high } = amount;
  if (Math.max(Math.abs(low), Math.abs(high)) >= SMALL) return range(amount);
  const write = (value: number): string => number(Math.round(value / 1000) * 1000);
  return low === high
    ? say("money.small", { mid: write(mid) })
    : say("money.small.range", { mid: write(mid), low: write(low), high: write(high) });
}

export const isNothing = ({ low, high }: Range): boolean => low === 0 && high === 0;

/** The same amount seen from the other side: a saving of minus two is a cost of two. */
export const turned = ({ low, mid, high }: Range): Range => ({ low: 0 - high, mid: 0 - mid, high: 0 - low });

interface MoneyHeadline {
  readonly amount: string;
  readonly what: string;
  /** How far it may lie from that; where it is not sure whether money is saved or spent, both are said. */
  readonly range?: string;
}

/** The plan's one figure, the same as in the list, the sentence and the target, with its range beside it. */
export function moneyHeadline({ say, number }: Voice, total: Range): MoneyHeadline {
  const millions = (kr: number): string => number(kr / 1_000_000, 1);
  const isCost = total.mid < 0;
  const { low, mid, high } = isCost ? turned(total) : total;
  return {
    amount: millions(mid),
    what: say(isCost ? "money.headline.cost" : "money.headline"),
    ...(millions(low) !== millions(high) && {
      range: say(low < 0 ? (isCost ? "money.between.cost" : "money.between.saved") : "money.between", {
        low: millions(Math.abs(low)),
        high: millions(high),
      }),
    }),
  };
}
