import { caseText } from "../../report/consolidation-text.ts";
import { loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

/** `check CASE`: every problem in every file, and what the case holds. */
export async function check(folder: string, say: Say): Promise<ExitCode> {
  const { basis, plans, dataHash } = await loadCase({ folder }, say);
  const { units, demand, roads } = basis.municipality;
  say.answer(caseText(basis, say.language));
  say.answer(
    say.text(
      {
        da: "{units, number} basisområder, {points, number} adresser, {roads, number} vejstykker, {plans, number} planer. Data: {hash}",
        en: "{units, number} basic units, {points, number} addresses, {roads, number} stretches of road, {plans, number} plans. Data: {hash}",
      },
      {
        units: units.count,
        points: demand.pointCount,
        roads: roads.count,
        plans: plans.length,
        hash: dataHash.slice(0, 12),
      },
    ),
  );
  return EXIT.ok;
}
