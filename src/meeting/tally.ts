import { FEWEST_DECIDED } from "../protocol/room-limits.ts";
import type { Ballot, VoteMethod, VoteResult } from "../protocol/room-acts.ts";

/** Fewer ballots than this are not broken down: among few, everybody would know whose is whose. */
const FEWEST_SHOWN = 5;

/**
 * Counts a vote. *support*: option 0 is first where more are for than against. *dots*: the most dots. *ranked*: an instant run-off —
 * ballots count for the best of their options that is still in; all that have the fewest go out together, until one has more than half of
 * the ballots that still count, or those left are equal.
 */
export function tally(method: VoteMethod, options: number, ballots: readonly Ballot[]): VoteResult {
  const counted = COUNTS[method](options, ballots);
  return {
    ballots: ballots.length,
    first: ballots.length < FEWEST_DECIDED ? [] : counted.first,
    ...(ballots.length >= FEWEST_SHOWN && {
      points: counted.points,
      // In an order of their own, not that in which they came.
      cast: ballots.map((ballot) => [...ballot]).toSorted(inOrder),
      ...(counted.rounds && { rounds: counted.rounds }),
    }),
  };
}

interface Counted {
  readonly first: number[];
  readonly points: number[];
  readonly rounds?: { readonly first: number[]; readonly out: number[] }[];
}

const COUNTS: Readonly<Record<VoteMethod, (options: number, ballots: readonly Ballot[]) => Counted>> = {
  support: (_, ballots) => {
    const favour = ballots.filter(([is]) => is === 1).length;
    return { first: 2 * favour > ballots.length ? [0] : [], points: [favour, ballots.length - favour] };
  },
  dots: (options, ballots) => {
    const points = Array.from({ length: options }, (_, i) => ballots.reduce((sum, ballot) => sum + ballot[i], 0));
    return { first: mostOf(points), points };
  },
  ranked: runOff,
};

function mostOf(points: readonly number[]): number[] {
  const most = Math.max(...points);
  return most > 0 ? points.flatMap((each, i) => (each === most ? [i] : [])) : [];
}

function runOff(options: number, ballots: readonly Ballot[]): Counted {
  const rounds: { first: number[]; out: number[] }[] = [];
  let left = Array.from({ length: options }, (_, i) => i);
  for (;;) {
    const still = new Set(left);
    const bests = ballots.flatMap((ballot) => ballot.find((at) => still.has(at)) ?? []);
    const first = Array.from({ length: options }, (_, i) => bests.filter((best) => best === i).length);
    const fewest = Math.min(...left.map((i) => first[i]));
    const out = left.filter((i) => first[i] === fewest);
    const isDecided = left.some((i) => 2 * first[i] > bests.length) || out.length === left.length;
    rounds.push({ first, out: isDecided ? [] : out });
    if (isDecided) {
      const points = rounds[0].first;
      return { first: bests.length === 0 ? [] : mostOf(first), points, rounds };
    }
    left = left.filter((i) => !out.includes(i));
  }
}

function inOrder(one: Ballot, other: Ballot): number {
  const at = one.findIndex((each, i) => each !== other[i]);
  return at < 0 ? one.length - other.length : one[at] - (other[at] ?? -1);
}
