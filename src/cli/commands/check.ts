import { GRADE_COUNT } from "../../domain/grades.ts";
import { catalogue } from "../../domain/language.ts";
import type { Demand } from "../../domain/municipality.ts";
import { caseText } from "../../report/consolidation-text.ts";
import { loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.commands.check", {
  counts: {
    da: "{units, plural, one {# basisområde} other {# basisområder}}, {points, plural, one {# adresse} other {# adresser}}, {roads, plural, one {# vejstykke} other {# vejstykker}}, {plans, plural, one {# plan} other {# planer}}. Data: {hash}",
    en: "{units, plural, one {# basic unit} other {# basic units}}, {points, plural, one {# address} other {# addresses}}, {roads, plural, one {# stretch of road} other {# stretches of road}}, {plans, plural, one {# plan} other {# plans}}. Data: {hash}",
  },
});

/** Places where pupils live: a unit without any has a point in its middle all the same. */
const homesOf = ({ pointCount, pupils }: Demand): number =>
  Array.from({ length: pointCount }, (_, point) => point).filter((point) =>
    pupils.subarray(point * GRADE_COUNT, (point + 1) * GRADE_COUNT).some((count) => count > 0),
  ).length;

/** `check CASE`: every problem in every file, and what the case holds. */
export async function check(folder: string, say: Say): Promise<ExitCode> {
  const { basis, plans, dataHash } = await loadCase({ folder }, say);
  const { units, demand, roads } = basis.municipality;
  say.answer(caseText(basis, say.language));
  say.answer(
    say.text(SAID.counts, {
      units: units.count,
      points: homesOf(demand),
      roads: roads.count,
      plans: plans.length,
      hash: dataHash.slice(0, 12),
    }),
  );
  return EXIT.ok;
}
