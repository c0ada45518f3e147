import { expect, test } from "vitest";
import { ALIGHTS, BOARDS } from "../../src/domain/public-buses.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { backwards, daysTo, type RideTerms, type Runs } from "../../src/travel/timetable-search.ts";

interface Drawn {
  readonly runs: Runs;
  readonly isThere: readonly boolean[];
  readonly terms: RideTerms;
}

/** A few trips between a few stops, with times so near each other that waits are just long enough, or just not. */
function drawn(seed: number): Drawn {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const stops = whole(2, 6);
  const trips = Array.from({ length: whole(2, 9) }, () => {
    let time = whole(0, 20);
    return Array.from({ length: whole(2, 5) }, () => {
      const arrival = time;
      const departure = arrival + whole(0, 2);
      time = departure + whole(1, 6);
      return { stop: whole(0, stops - 1), arrival, departure, may: [BOARDS, ALIGHTS, 3, 3][whole(0, 3)] };
    });
  });
  const calls = trips.flat();
  const from = whole(5, 25);
  const changeLeast = whole(0, 4);
  return {
    runs: {
      first: Uint32Array.from([0, ...trips.map((_, trip) => trips.slice(0, trip + 1).flat().length)]),
      stop: Uint32Array.from(calls, ({ stop }) => stop),
      arrival: Float64Array.from(calls, ({ arrival }) => arrival),
      departure: Float64Array.from(calls, ({ departure }) => departure),
      may: Uint8Array.from(calls, ({ may }) => may),
      days: Uint8Array.from(trips, () => whole(1, 31)),
    },
    isThere: Array.from({ length: stops }, () => random() < 0.45),
    terms: {
      from,
      by: from + whole(0, 20),
      changes: random() < 0.8 ? 1 : 0,
      changeLeast,
      changeMost: changeLeast + whole(0, 6),
      nextStops: Array.from({ length: stops }, (_, stop) => [
        { stop, minutes: 0 },
        ...Array.from({ length: stops }, (__, other) => other).flatMap((other) =>
          other !== stop && random() < 0.3 ? [{ stop: other, minutes: whole(1, 8) }] : [],
        ),
      ]),
    },
  };
}

interface Leg {
  readonly on: number;
  readonly off: number;
  readonly days: number;
}

/** Every ride on one trip from one call to a later one. */
const legsOf = ({ first, may, days }: Runs): readonly Leg[] =>
  Array.from(days, (own, trip) => {
    const calls = Array.from({ length: first[trip + 1] - first[trip] }, (_, i) => first[trip] + i);
    return calls.flatMap((on) =>
      calls
        .filter((off) => off > on && (may[on] & BOARDS) !== 0 && (may[off] & ALIGHTS) !== 0)
        .map((off) => ({ on, off, days: own })),
    );
  }).flat();

/** Whether somebody who gets off one leg catches the other. */
const catches = ({ stop, arrival, departure }: Runs, { off }: Leg, { on }: Leg, terms: RideTerms): boolean =>
  terms.nextStops[stop[off]].some(({ stop: next, minutes }) => {
    const wait = departure[on] - arrival[off];
    return next === stop[on] && wait >= Math.max(minutes, terms.changeLeast) && wait <= terms.changeMost;
  });

/** Every leg, and every two legs, tried by themselves. */
function outByHand({ runs, isThere, terms }: Drawn): readonly number[] {
  const legs = legsOf(runs);
  const { stop, arrival } = runs;
  const last = legs.filter(({ off }) => isThere[stop[off]] && arrival[off] >= terms.from && arrival[off] <= terms.by);
  const days = isThere.map(() => 0);
  for (const leg of last) days[stop[leg.on]] |= leg.days;
  if (terms.changes === 1)
    for (const leg of legs)
      for (const next of last) if (catches(runs, leg, next, terms)) days[stop[leg.on]] |= leg.days & next.days;
  return days;
}

/** The way home: from there, in time when the first bus leaves, to every stop at which one may get off. */
function homeByHand({ runs, isThere, terms }: Drawn): readonly number[] {
  const legs = legsOf(runs);
  const { stop, departure } = runs;
  const begun = legs.filter(({ on }) => isThere[stop[on]] && departure[on] >= terms.from && departure[on] <= terms.by);
  const days = isThere.map(() => 0);
  for (const leg of begun) days[stop[leg.off]] |= leg.days;
  if (terms.changes === 1)
    for (const leg of begun)
      for (const next of legs) if (catches(runs, leg, next, terms)) days[stop[next.off]] |= leg.days & next.days;
  return days;
}

/** On foot it is as far from the one stop to the other as back. */
const bothWays = ({ nextStops, ...terms }: RideTerms): RideTerms => ({
  ...terms,
  nextStops: nextStops.map((next, stop) => [
    ...next.filter((each) => each.stop >= stop),
    ...nextStops.flatMap((others, other) =>
      other < stop ? others.filter((each) => each.stop === stop).map(({ minutes }) => ({ stop: other, minutes })) : [],
    ),
  ]),
});

test("rides out are those that trying every leg and every two legs finds, on the same weekdays", () => {
  let byChange = 0;
  for (let seed = 1; seed <= 3000; seed++) {
    const each = drawn(seed);
    const found = [...daysTo(each.runs, each.isThere, each.terms)];
    expect(found, `seed ${seed}`).toEqual(outByHand(each));
    const direct = [...daysTo(each.runs, each.isThere, { ...each.terms, changes: 0 })];
    if (found.join() !== direct.join()) byChange++;
  }
  expect(byChange).toBeGreaterThan(200);
});

test("rides home are those that trying every leg and every two legs from there finds", () => {
  let some = 0;
  for (let seed = 1; seed <= 3000; seed++) {
    const { terms: given, ...rest } = drawn(seed);
    const terms = bothWays(given);
    const expected = homeByHand({ ...rest, terms });
    const asked = { ...terms, from: -terms.by, by: -terms.from };
    expect([...daysTo(backwards(rest.runs), rest.isThere, asked)], `seed ${seed}`).toEqual(expected);
    if (expected.some((days) => days > 0)) some++;
  }
  expect(some).toBeGreaterThan(1000);
});
