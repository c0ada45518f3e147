import { byBandKey, gradesInWords } from "../domain/grades.ts";
import { catalogue, inBoth, type Language, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import { nearestPlace } from "../evaluate/unreached.ts";
import type { Completeness, Gap, Unfinished } from "../domain/completeness.ts";
import { SHOWN } from "../kernels/disclosure/linked-tables.ts";
import { hideInList } from "../kernels/disclosure/list.ts";
import { type Counts, nearestFive, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import { protectSums, totalOf } from "../kernels/disclosure/sums.ts";
import type { PlanStatus } from "../protocol/result-file.ts";
import { filledText, fillText } from "./format.ts";
import type { Audience } from "./internal.ts";
import { cellText, countsIn } from "./shown-measures.ts";

const TEXT = catalogue("report.plan-status", {
  missing: {
    da: "Ikke færdig: {missing, plural, one {# elev} other {# elever}} mangler en skole.",
    en: "Unfinished: {missing, plural, one {# pupil has} other {# pupils have}} no school.",
  },
  about: {
    da: "Ikke færdig: ca. {missing, number} elever mangler en skole.",
    en: "Unfinished: about {missing, number} pupils have no school.",
  },
  few: {
    da: "Ikke færdig: færre end fem elever mangler en skole.",
    en: "Unfinished: fewer than five pupils have no school.",
  },
  "no-site": {
    da: "Planen giver dem ingen skole i {units, plural, one {området} other {# områder:}} {list}.",
    en: "The plan names no school for {units, plural, one {the area} other {# areas:}} {list}.",
  },
  "no-site-near": {
    da: "Planen giver dem ingen skole i {units, plural, one {ét område} other {# områder}} ved {list}.",
    en: "The plan names no school for {units, plural, one {one area} other {# areas}} near {list}.",
  },
  "not-taught": {
    da: "{site} skal tage imod elever i {grades}, men har ikke de klassetrin i planen.",
    en: "{site} is to take pupils in {grades}, but does not teach them in the plan.",
  },
  "no-district": {
    da: "{site} skal tage imod elever, men er ikke med i noget distrikt i planen.",
    en: "{site} is to take pupils, but is in no district of the plan.",
  },
  unknown: {
    da: "Derfor siges intet om besparelse eller ændring; planens tal gælder kun de elever, der har en skole.",
    en: "So nothing is said of savings or changes; the plan's figures are of those pupils only who have a school.",
  },
  more: { da: " og {more, number} til", en: " and {more, number} more" },
} as const satisfies Record<string, Text>);

/** Places or units that are named before the rest is only counted. */
const MOST_NAMED = 8;

/** What stands before any figure of an unfinished plan, line by line; nothing for a finished one. */
export function statusLines(
  { municipality }: Pick<Basis, "municipality">,
  status: Completeness,
  counts: Counts,
): readonly Text[] {
  if (status.status === "finished") return [];
  return [headline(status, counts), ...reasons(municipality, status.gaps), TEXT.unknown];
}

/** The same in one language, for a terminal. */
export const statusText = (basis: Pick<Basis, "municipality">, status: Completeness, language: Language): string[] =>
  statusLines(basis, status, countsIn(basis)).map((line) => line[language]);

/** "Unfinished: 64 pupils have no school." */
export function headline({ missing }: Unfinished, counts: Counts): Text {
  if (missing < SMALLEST_SHOWN) return TEXT.few;
  return counts === "exactly"
    ? filledText(TEXT.missing, { missing })
    : filledText(TEXT.about, { missing: nearestFive(missing) });
}

function reasons(municipality: Basis["municipality"], gaps: readonly Gap[]): readonly Text[] {
  const { sites } = municipality;
  const unserved = unitsWithout(gaps);
  const bands = (kind: Gap["why"]["kind"], site: number): string =>
    municipality.grades.bands
      .filter(({ band }) => gaps.some(({ why, band: own }) => own === band && at(why, kind) === site))
      .map(({ key }) => key)
      .join(", ");
  const sitesOf = (kind: "not-taught" | "no-district"): readonly number[] =>
    [...sites.keys()].filter((site) => gaps.some(({ why }) => at(why, kind) === site));
  return [
    ...(unserved.length > 0 ? [listed(municipality, unserved)] : []),
    ...sitesOf("not-taught").map((site) =>
      filledText(TEXT["not-taught"], { site: sites[site].name, grades: gradesInWords(bands("not-taught", site)) }),
    ),
    ...sitesOf("no-district").map((site) => filledText(TEXT["no-district"], { site: sites[site].name })),
  ];
}

const at = (why: Gap["why"], kind: Gap["why"]["kind"]): number | undefined =>
  why.kind === kind && why.kind !== "no-site" ? why.site : undefined;

const unitsWithout = (gaps: readonly Gap[]): readonly number[] => [
  ...new Set(gaps.flatMap(({ unit, why }) => (why.kind === "no-site" ? [unit] : []))),
];

/** Cells have no name that a person knows: they are told by the places they are nearest to, most first. Drawn areas have one each. */
function listed(municipality: Basis["municipality"], unserved: readonly number[]): Text {
  const { units } = municipality;
  const places = units.shape.kind === "h3" ? placesOf(municipality, unserved) : [];
  const names = places.length > 0 ? places : unserved.map((unit) => units.id[unit]);
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(", ");
  const of = (language: Language): string =>
    fillText(TEXT[places.length > 0 ? "no-site-near" : "no-site"], language, {
      units: unserved.length,
      list: more > 0 ? `${named}${fillText(TEXT.more, language, { more })}` : named,
    });
  return inBoth(of);
}

function placesOf(municipality: Basis["municipality"], unserved: readonly number[]): readonly string[] {
  const around = new Map<string, number>();
  for (const unit of unserved) {
    const name = nearestPlace(municipality, unit)?.name;
    if (name !== undefined) around.set(name, (around.get(name) ?? 0) + 1);
  }
  return [...around].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** The status as files carry it. */
export function statusRow(
  basis: Pick<Basis, "municipality">,
  status: Completeness,
  audience: Audience = "anyone",
): PlanStatus {
  if (status.status === "finished") return { status: "finished" };
  const { units, sites } = basis.municipality;
  const counts = [status.missing, ...status.byBand];
  const parts = Array.from(status.byBand, (_, band) => band + 1);
  const [missing, ...missingInBands] =
    audience === "planner" ? counts : protectSums(counts, [totalOf(0, parts)]).map(cellText);
  return {
    status: "unfinished",
    missing,
    missingByBand: byBandKey(basis.municipality.grades, (band) => missingInBands[band]),
    text: [...statusLines(basis, status, countsIn(basis))],
    gaps: shownGaps(status.gaps, audience).map(({ unit, band, pupils, why }) => ({
      unit: units.id[unit],
      band: basis.municipality.grades.bands[band].key,
      pupils,
      why: why.kind,
      ...(why.kind !== "no-site" && { site: sites[why.site].id }),
    })),
  };
}

/** Units with fewer than five pupils are named to the planner alone. */
function shownGaps(gaps: readonly Gap[], audience: Audience): readonly Gap[] {
  if (audience === "planner") return gaps;
  const marks = hideInList(gaps.map(({ pupils }) => pupils));
  return gaps.filter((_, i) => marks[i] === SHOWN);
}
