import { BANDS, BAND_COUNT } from "./folkeskole.ts";
import { type Band, hasBand } from "../../src/domain/grades.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { lamp, type LampAnswer } from "../../src/solve/assignment/lamp.ts";
import type { Wish } from "../../src/solve/assignment/wishes.ts";
import { isJoined, openTo, wayTo } from "./every-way.ts";
import { diceOf, randomBasis } from "./random-question.ts";
import { solver } from "./solver.ts";

type Hold = Extract<Wish, { kind: "hold" }>;

/** A small plan painted in part, with locks of every kind and the places of its schools. */
export interface LockSet {
  readonly basis: Basis;
  readonly painted: Plan;
  readonly wishes: readonly Wish[];
  readonly drawn: Uint32Array;
}

export function lockSet(seed: number, size: "small" | "wide" = "small"): LockSet {
  const dice = diceOf(60_000 + seed);
  const { whole, chance, pick } = dice;
  const basis = randomBasis(seed, chance(0.3) ? "islands" : "whole", size);
  const { baseline, municipality } = basis;
  const teaches = (site: number, pair: number): boolean =>
    hasBand(baseline.teaching[site], BANDS[pair % BAND_COUNT].band);
  const sites = [...municipality.sites.keys()];
  const unpainted = pick([0, 0.1, 0.4]);
  const assignment = baseline.assignment.map((today, pair) => {
    if (chance(unpainted)) return NO_SITE;
    return chance(0.6) ? today : pick(sites.filter((site) => teaches(site, pair)));
  });
  const all = [...assignment.keys()];
  const at = (held: readonly number[]): number[] => all.filter((pair) => held.includes(assignment[pair]));
  const locks: readonly (() => Hold)[] = [
    () => hold("areas", pick([all.filter(() => chance(0.2)), all.filter(() => chance(0.5))]), []),
    () => {
      const site = pick(sites);
      return hold(`site ${site}`, at([site]), [site]);
    },
    () => hold("district", at(baseline.districts[0].sites), baseline.districts[0].sites),
    () => {
      const { band } = pick(BANDS);
      return hold(
        `band ${band}`,
        all.filter((pair) => pair % BAND_COUNT === band),
        [],
      );
    },
  ];
  const chosen = Array.from({ length: whole(0, 4) }, () => pick(locks)());
  const places = sites.flatMap((site) =>
    BANDS.flatMap(({ band }): Wish[] =>
      municipality.sites[site].capacity[band] === undefined
        ? []
        : [{ key: `places ${site} ${band}`, kind: "places", site, band }],
    ),
  );
  const named = new Map([...chosen, ...places].map((wish) => [wish.key, wish]));
  const drawn = Uint32Array.from(all.filter((pair) => assignment[pair] !== baseline.assignment[pair]));
  return { basis, painted: { ...baseline, id: "painted", assignment }, wishes: [...named.values()], drawn };
}

const hold = (key: string, pairs: readonly number[], sites: readonly number[]): Hold => ({
  key,
  kind: "hold",
  pairs: Uint32Array.from(pairs),
  sites,
});

/** Where everybody is before it is finished: whom no road brings anywhere stays where they are today. */
export function beforeFinishing({ basis, painted }: LockSet): Uint16Array {
  return painted.assignment.map((site, pair) => {
    const today = basis.baseline.assignment[pair];
    const teaching = [...painted.teaching.keys()].filter((each) =>
      hasBand(painted.teaching[each], BANDS[pair % BAND_COUNT].band),
    );
    const isStayer = site === NO_SITE && basis.unitBand[pair] > 0 && !isJoined(basis, pair, teaching);
    return isStayer ? today : site;
  });
}

/** Every way to send everybody to school within wishes, written anew from the words alone; band by band, in no order. */
export class EveryFinish {
  readonly #set: LockSet;
  readonly #before: Uint16Array;

  /** `before`: where everybody goes to begin with. */
  constructor(set: LockSet, before: Uint16Array) {
    this.#set = set;
    this.#before = before;
  }

  canHold = (wishes: readonly Wish[]): boolean => BANDS.every(({ band }) => this.#ways(band, wishes).length > 0);

  /** Fewest pupils who change school, then least pupil-metres; undefined where not everybody can have a place. */
  best(wishes: readonly Wish[]): { readonly moved: number; readonly metres: number } | undefined {
    let [moved, metres] = [0, 0];
    for (const { band } of BANDS) {
      const values = this.#ways(band, wishes).map((way) => this.#valueOf(way));
      if (values.length === 0) return undefined;
      const least = values.reduce((a, b) =>
        b.moved < a.moved || (b.moved === a.moved && b.metres < a.metres) ? b : a,
      );
      moved += least.moved;
      metres += least.metres;
    }
    return { moved, metres };
  }

  #valueOf(way: ReadonlyMap<number, number>) {
    const { basis } = this.#set;
    let [moved, metres] = [0, 0];
    for (const [pair, site] of way) {
      const was = this.#before[pair];
      if (was !== NO_SITE && was !== site) moved += basis.unitBand[pair];
      metres += wayTo(basis, pair, site).metres;
    }
    return { moved, metres };
  }

  waysIn = (band: Band, wishes: readonly Wish[]): readonly ReadonlyMap<number, number>[] => this.#ways(band, wishes);

  #ways(band: Band, wishes: readonly Wish[]): readonly ReadonlyMap<number, number>[] {
    const { basis, painted } = this.#set;
    const pairs = [...basis.unitBand.keys()].filter((pair) => pair % BAND_COUNT === band && basis.unitBand[pair] > 0);
    let ways: ReadonlyMap<number, number>[] = [new Map()];
    for (const pair of pairs) {
      const sites = this.#sitesFor(pair, wishes);
      ways = ways.flatMap((way) => sites.map((site) => new Map([...way, [pair, site]])));
    }
    return ways.filter((way) => {
      const at = (site: number): number[] => pairs.filter((pair) => way.get(pair) === site);
      return wishes.every((wish) => {
        if (wish.kind === "places") {
          if (wish.band !== band) return true;
          const pupils = at(wish.site).reduce((sum, pair) => sum + basis.unitBand[pair], 0);
          return pupils <= basis.municipality.sites[wish.site].capacity[band]!;
        }
        if (wish.kind === "together") return true;
        return wish.sites.every((site) => at(site).every((pair) => painted.assignment[pair] === site));
      });
    });
  }

  #sitesFor(pair: number, wishes: readonly Wish[]): readonly number[] {
    const { basis, painted, wishes: all, drawn } = this.#set;
    const own = this.#own(pair);
    const holds = (wish: Wish): boolean => wish.kind === "hold" && wish.pairs.includes(pair);
    if (wishes.some(holds)) return own === NO_SITE ? [] : [own];
    const teaching = [...painted.teaching.keys()].filter((site) =>
      hasBand(painted.teaching[site], BANDS[pair % 3].band),
    );
    const open = openTo({ ...basis, baseline: { ...basis.baseline, assignment: this.#before } }, pair, teaching);
    const mayStay = own !== NO_SITE && (all.some(holds) || drawn.includes(pair));
    return [...new Set([...open, ...(mayStay ? [own] : [])])];
  }

  #own = (pair: number): number => this.#set.painted.assignment[pair];
}

/** The last answer of the lamp. */
export async function lampOf({ basis, painted, wishes, drawn }: LockSet): Promise<LampAnswer> {
  let last: LampAnswer = { status: "unknown" };
  for await (const answer of lamp(basis, { painted, wishes, drawn }, solver)) last = answer;
  return last;
}
