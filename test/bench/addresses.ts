import { diceFor } from "../../data/source/random.ts";
import { findPlaces } from "../../src/search/find.ts";
import { indexPlaces } from "../../src/search/index-of-places.ts";
import { ADDRESSES, madeUpAddresses, WRITTEN } from "../cases/addresses.ts";
import { type Group, inMs, timed } from "./measure.ts";

const TRIES = 200;
const SHOWN = 6;

/** Looking up what people type among made-up addresses: every letter of a query is a question of its own. */
export const addresses: Group = {
  name: "addresses",
  run: async () => {
    const all = madeUpAddresses();
    const { ms, value: index } = await timed(() => indexPlaces(all, []));
    const dice = diceFor("bench of addresses");
    const typed = Object.values(WRITTEN).flatMap((write) =>
      Array.from({ length: TRIES }, () => write(all[Math.floor(dice() * all.length)], dice)),
    );
    for (const text of typed.slice(0, TRIES)) findPlaces(index, text, SHOWN);
    const times = typed.map((text) => {
      const started = performance.now();
      findPlaces(index, text, SHOWN);
      return performance.now() - started;
    });
    const ordered = times.toSorted((a, b) => a - b);
    const on = `${ADDRESSES.toLocaleString("en")} made-up addresses, ${typed.length.toLocaleString("en")} queries of ten kinds`;
    return [
      {
        what: "an address looked up, 95th percentile",
        on,
        value: inMs(ordered[Math.floor(0.95 * ordered.length)]),
        target: "15 ms",
      },
      { what: "an address looked up, median", on, value: inMs(ordered[Math.floor(0.5 * ordered.length)]), target: "" },
      { what: "the addresses made ready to be looked up", on, value: inMs(ms), target: "" },
    ];
  },
};
