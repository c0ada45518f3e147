import { BAND_COUNT } from "../cases/folkeskole.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import type { Units } from "../../src/domain/municipality.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { NO_GROUP } from "../../src/geo/outlines/border-arcs.ts";
import { groupMiddles } from "../../src/geo/outlines/middles.ts";
import { type Outlines, outlinesOf } from "../../src/geo/outlines/outlines.ts";
import { partitionOf } from "../../src/geo/outlines/partition.ts";
import { unitAreas } from "../../src/geo/outlines/unit-areas.ts";
import { openCase } from "../../src/open-case.ts";
import { type Group, inMs, type Result, timed } from "./measure.ts";

/** What it takes to draw a plan that nobody has drawn before. */
export const outlines: Group = {
  name: "outlines",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    const { units } = value.basis.municipality;
    const on = `Holbæk: ${units.count} cells`;
    const built = await timed(() => outlinesOf(units));
    const sites = value.plans.map(({ assignment }) =>
      Int32Array.from({ length: units.count }, (_, unit) => {
        const site = assignment[unit * BAND_COUNT];
        return site === NO_SITE ? NO_GROUP : site;
      }),
    );
    const both = sites[0].map((site, unit) => site * 1000 + sites[1][unit]);
    return [
      { what: "outlines of all units, once a case", on, value: inMs(built.ms), target: "" },
      await parted(units, built.value, sites[0], `${on}, by site`),
      await parted(units, built.value, both, `${on}, by site in two plans`),
      await parted(units, built.value, scattered(units, both), `${on}, one in ten painted at random`),
      await painted(built.value, on),
    ];
  },
};

async function parted(units: Units, made: Outlines, group: Int32Array, on: string): Promise<Result> {
  const { ms } = await timed(() => [partitionOf(made, group), groupMiddles(made, group, units)]);
  return { what: "areas, borders and middles of a plan", on, value: inMs(ms), target: "25 ms" };
}

const scattered = ({ count }: Units, group: Int32Array): Int32Array =>
  group.map((own, unit) => ((unit * 7919) % count < count / 10 ? group[(unit * 31) % count] : own));

async function painted(made: Outlines, on: string): Promise<Result> {
  const hundred = Array.from({ length: 100 }, (_, i) => i * 31);
  const { ms } = await timed(() => unitAreas(made, hundred));
  return { what: "areas of 100 units one by one", on, value: inMs(ms), target: "4 ms" };
}
