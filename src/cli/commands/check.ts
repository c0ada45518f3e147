import type { Grades } from "../../domain/grades.ts";
import { catalogue } from "../../domain/language.ts";
import type { Demand, Municipality } from "../../domain/municipality.ts";
import { medianPosition } from "../../geo/median.ts";
import { accountOf, toldAccount } from "../../report/account.ts";
import { accountText } from "../../report/account-text.ts";
import { caseText } from "../../report/consolidation-text.ts";
import { audienceOf, internalMark } from "../../report/internal.ts";
import { formatNumber } from "../../report/format.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.commands.check", {
  counts: {
    da: "{units, plural, one {# basisområde} other {# basisområder}}, {points, plural, one {# adresse} other {# adresser}}, {roads, plural, one {# vejstykke} other {# vejstykker}}, {plans, plural, one {# plan} other {# planer}}. Data: {hash}",
    en: "{units, plural, one {# basic unit} other {# basic units}}, {points, plural, one {# address} other {# addresses}}, {roads, plural, one {# stretch of road} other {# stretches of road}}, {plans, plural, one {# plan} other {# plans}}. Data: {hash}",
  },
  middle: {
    da: "Skolernes midte: {lat}° {north, plural, one {nord} other {syd}}, {lon}° {east, plural, one {øst} other {vest}}. Er det et forkert sted, så ret koordinaterne (bredde og længde kan være byttet om) eller crs i case.json.",
    en: "The middle of the schools: {lat}° {north, plural, one {north} other {south}}, {lon}° {east, plural, one {east} other {west}}. If that is the wrong place, correct the coordinates (latitude and longitude may be swapped) or crs in case.json.",
  },
});

/** Places where pupils live: a unit without any has a point in its middle all the same. */
const homesOf = (grades: Grades, { pointCount, pupils }: Demand): number =>
  Array.from({ length: pointCount }, (_, point) => point).filter((point) =>
    pupils.subarray(point * grades.count, (point + 1) * grades.count).some((count) => count > 0),
  ).length;

/** Where the case was read to lie: numbers that are a place on earth in two ways can be told apart by no program. */
function middleText({ sites }: Pick<Municipality, "sites">, say: Say): string {
  const { lat, lon } = medianPosition(sites);
  return say.text(SAID.middle, {
    lat: formatNumber(Math.abs(lat), 1, say.language),
    north: lat >= 0 ? 1 : 2,
    lon: formatNumber(Math.abs(lon), 1, say.language),
    east: lon >= 0 ? 1 : 2,
  });
}

export interface CheckRequest extends CaseRequest {
  readonly json?: string;
}

/** `check CASE`: every problem in every file, what the case holds, and what became of all that the files tell of. */
export async function check(request: CheckRequest, say: Say): Promise<ExitCode> {
  const { json } = request;
  const { basis, plans, dataHash, notes } = await loadCase(request, say);
  const { units, demand, roads } = basis.municipality;
  say.answer(caseText(basis, say.language));
  say.answer(
    say.text(SAID.counts, {
      units: units.count,
      points: homesOf(basis.municipality.grades, demand),
      roads: roads.count,
      plans: plans.length,
      hash: dataHash.slice(0, 12),
    }),
  );
  say.answer(middleText(basis.municipality, say));
  const account = accountOf(basis, notes);
  const fileOf = (path: string) => ({
    case: basis.municipality.info.name,
    dataHash,
    ...internalMark(audienceOf(path)),
    ...toldAccount(basis, account, audienceOf(path)),
  });
  say.answer(`\n${accountText(toldAccount(basis, account), say.language)}`);
  if (json !== undefined) await say.write(json, `${JSON.stringify(fileOf(json), null, 1)}\n`);
  return EXIT.ok;
}
