import type { PromisedState, SavingPromise } from "../domain/cost-items.ts";
import { type Currency, currencyOf, isCurrency } from "../domain/currency.ts";
import { LANGUAGES } from "../domain/language.ts";
import type { CaseInfo } from "../domain/municipality.ts";
import type { BusTerms } from "../domain/public-buses.ts";
import { metres } from "../domain/quantities.ts";
import { type CaseFile, caseFileSchema } from "../protocol/case-file.ts";
import { crsOfName } from "../geo/coordinate-systems.ts";
import { isRecord } from "./json-shape.ts";
import { fitSchema, type JsonText } from "./json-text.ts";
import type { Report } from "./report.ts";

export const CASE_FILE = "case.json";

/** case.json as read. */
export interface CaseReading {
  readonly caseFile: CaseFile;
  readonly info: CaseInfo;
  /** Whether the file itself says what the units are; otherwise units.geojson decides by being there. */
  readonly unitsStated: boolean;
}

const languages: readonly string[] = LANGUAGES;

export function readCase(json: JsonText, report: Report): CaseReading | undefined {
  const caseFile = fitSchema(json, caseFileSchema, report);
  if (!caseFile) return undefined;
  const [from, to] = caseFile.schoolYear.split("/").map(Number);
  if ((from + 1) % 100 !== to) report("case.school-year", json.at(["schoolYear"]), { found: caseFile.schoolYear });
  if (caseFile.crs !== undefined && !crsOfName(caseFile.crs))
    report("case.crs", json.at(["crs"]), { found: caseFile.crs });
  if (caseFile.language !== undefined && !languages.includes(caseFile.language))
    report("case.language", json.at(["language"]), { found: caseFile.language, known: languages.join(", ") });
  const currency = currencyIn(caseFile, (code, values) => report(code, json.at(["currency"]), values));
  const {
    name,
    code,
    priceYear,
    snapLimit,
    baseline,
    synthetic,
    published,
    savingsTarget,
    promises,
    rightsError,
    borders,
    syntheticAddresses,
    order,
  } = caseFile;
  const sources = caseFile.sources.map(({ what, from: origin, licence }) => ({
    what,
    from: origin,
    ...(licence !== undefined && { licence }),
  }));
  const info: CaseInfo = {
    name,
    ...(code !== undefined && { code }),
    schoolYear: from,
    priceYear,
    ...(currency && { currency }),
    sources,
    snapLimit: metres(snapLimit),
    ...(savingsTarget && { savingsTarget }),
    ...(order && { order }),
    ...(promises && { promises: promises.map(promiseOf) }),
    ...(rightsError && { rightsError }),
    ...(synthetic && { syntheticNotice: synthetic }),
    ...(published && { published }),
    ...(baseline !== undefined && { baseline }),
    ...(borders !== undefined && { bordersNotice: borders }),
    ...(syntheticAddresses !== undefined && { addressesNotice: syntheticAddresses }),
  };
  return { caseFile, info, unitsStated: isRecord(json.value) && "units" in json.value };
}

/** Absent: Danish kroner. */
function currencyIn(
  { currency: stated }: Pick<CaseFile, "currency">,
  report: (code: "case.currency" | "case.currency-worth", values: { readonly found: string }) => void,
): Currency | undefined {
  if (stated === undefined) return undefined;
  const { code: found, kroner } = typeof stated === "string" ? { code: stated } : stated;
  if (!isCurrency(found)) {
    report("case.currency", { found });
    return undefined;
  }
  const currency = currencyOf(found, kroner);
  if (!currency) report("case.currency-worth", { found });
  return currency;
}

/** In Denmark a municipality's code has four digits; of three the first was lost in a table. What is no code anywhere is told as what does not fit. */
export function checkDanishCode(json: JsonText, report: Report): void {
  const code = isRecord(json.value) ? json.value["code"] : undefined;
  const isAny = typeof code === "string" && caseFileSchema.shape.code.safeParse(code).success;
  if (isAny && !/^\d{4}$/.test(code)) report("case.code", json.at(["code"]), { found: JSON.stringify(code) });
}

/**
 * Where the case does not say: schools begin around eight, the youngest are done before two and the oldest after three, a kilometre is a
 * quarter of an hour on foot, and a change that takes longer than a lesson's break is none for a child.
 */
const STANDARD = {
  walk: 1000,
  arriveFrom: "07:15",
  arriveBy: "08:00",
  leaveFrom: "13:30",
  leaveBy: "15:30",
  changes: 1,
  changeWalk: 200,
  changeLeast: 3,
  changeMost: 15,
} as const;

/** What public buses have to do to be a way to school. */
export function busTerms(
  json: JsonText | undefined,
  caseFile: Pick<CaseFile, "publicBuses"> | undefined,
  report: Report,
): BusTerms {
  const {
    walk = STANDARD.walk,
    arriveFrom = STANDARD.arriveFrom,
    arriveBy = STANDARD.arriveBy,
    leaveFrom = STANDARD.leaveFrom,
    leaveBy = STANDARD.leaveBy,
    changes = STANDARD.changes,
    changeWalk = STANDARD.changeWalk,
    changeLeast = STANDARD.changeLeast,
    changeMost = STANDARD.changeMost,
  } = caseFile?.publicBuses ?? {};
  const issueAt = (code: "case.school-hours" | "case.home-hours" | "case.change-minutes", from: string, to: string) =>
    json && report(code, json.at(["publicBuses"]), { from, to });
  if (minutesOf(arriveFrom) >= minutesOf(arriveBy)) issueAt("case.school-hours", arriveFrom, arriveBy);
  if (minutesOf(leaveFrom) >= minutesOf(leaveBy)) issueAt("case.home-hours", leaveFrom, leaveBy);
  if (changeLeast > changeMost) issueAt("case.change-minutes", String(changeLeast), String(changeMost));
  return {
    walk: metres(walk),
    arriveFrom: minutesOf(arriveFrom),
    arriveBy: minutesOf(arriveBy),
    leaveFrom: minutesOf(leaveFrom),
    leaveBy: minutesOf(leaveBy),
    changes,
    changeWalk: metres(changeWalk),
    changeLeast,
    changeMost,
  };
}

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(":").map(Number);
  return 60 * hours + minutes;
};

const promiseOf = ({ from, to, outcome, ...promise }: NonNullable<CaseFile["promises"]>[number]): SavingPromise => ({
  ...promise,
  ...(outcome && { outcome }),
  from: stateOf(from),
  to: stateOf(to),
});

const stateOf = ({ plan, open, close }: NonNullable<CaseFile["promises"]>[number]["from"]): PromisedState => ({
  plan,
  ...(open && { open }),
  ...(close && { close }),
});
