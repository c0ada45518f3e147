import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type Unreached, unreached } from "../evaluate/unreached.ts";
import { type Cell, cellOf, countAt } from "../kernels/disclosure/shown.ts";
import { protectSums, totalOf } from "../kernels/disclosure/sums.ts";
import type { EvaluationFile } from "../protocol/result-file.ts";
import { fillText } from "./format.ts";
import { cellText, cellWord, countsIn } from "./shown-measures.ts";

const TEXT = catalogue("report.unreached", {
  some: {
    da: "{pupils} af {of, number} elever har ingen vej til deres skole i vejdata. De tæller med i pladser og klasser, men ikke i afstande: {list}.",
    en: "{pupils} of {of, number} pupils have no road to their school in the road data. They count for places and classes, but are in no distance: {list}.",
  },
  stays: { da: "{where} {pupils} (bliver på {site})", en: "{where} {pupils} (stay at {site})" },
  sent: { da: "{where} {pupils} (flyttes til {site})", en: "{where} {pupils} (sent to {site})" },
  "partly sent": {
    da: "{where} {pupils} ({site}, nogle af dem flyttes dertil)",
    en: "{where} {pupils} ({site}, some of them are sent there)",
  },
  unlike: {
    da: "I dag har {before} elever ingen vej til skole i vejdata, i planen {after}: afstande og ret til befordring er for forskellige elever, så deres ændring kan ikke angives.",
    en: "Today {before} pupils have no road to school in the road data, under the plan {after}: distances and rights to transport are of different pupils, so that their change cannot be given.",
  },
  near: { da: "ved {place}", en: "near {place}" },
} as const satisfies Record<string, Text>);

/** Who has no road to school under a plan, place by place; no line where everybody has one. */
export function unreachedLines(basis: Basis, plan: Plan, language: Language): readonly string[] {
  const found = byPlace(basis.municipality, unreached(basis, plan), language);
  if (found.length === 0) return [];
  const [all, ...cells] = cellsOf(found);
  const list = found.map((entry, i) => {
    const values = { where: entry.where, site: basis.municipality.sites[entry.site].name };
    return fillText(TEXT[movesOf(entry)], language, { ...values, pupils: cellWord(cells[i], language) });
  });
  return [
    fillText(TEXT.some, language, {
      pupils: cellWord(all, language),
      of: countAt(countsIn(basis), basis.pupils),
      list: list.join(", "),
    }),
  ];
}

/** That measures along roads are not of the same pupils today and under a plan; no line where they are. */
export function unlikeLines(
  today: ReadonlyMap<string, number>,
  plan: ReadonlyMap<string, number>,
  language: Language,
): readonly string[] {
  const [before, after] = [today.get("no-route") ?? 0, plan.get("no-route") ?? 0];
  if (before === after) return [];
  const [then, now] = [before, after].map((pupils) => cellWord(cellOf(pupils), language));
  return [fillText(TEXT.unlike, language, { before: then, after: now })];
}

/** Whom no road brings to school under a plan, unit by unit, for a file. */
export function unmeasuredRows(basis: Basis, plan: Plan): EvaluationFile["unmeasured"] {
  const found = unreached(basis, plan);
  const [, ...cells] = cellsOf(found);
  const { units, sites } = basis.municipality;
  return found.map((entry, i) => ({
    unit: units.id[entry.unit],
    ...(entry.place !== undefined && { place: entry.place }),
    site: sites[entry.site].id,
    pupils: cellText(cells[i]),
    moves: movesOf(entry),
  }));
}

/** How all together and then each of them may be told; all together are the measure no-route. */
function cellsOf(found: readonly { readonly pupils: number }[]): readonly Cell[] {
  const parts = found.map(({ pupils }) => pupils);
  const total = parts.reduce((sum, pupils) => sum + pupils, 0);
  const places = parts.map((_, i) => i + 1);
  return protectSums([total, ...parts], [totalOf(0, places)], new Map([[0, cellOf(total)]]));
}

const movesOf = ({ pupils, sent }: { readonly pupils: number; readonly sent: number }) =>
  sent === 0 ? "stays" : sent === pupils ? "sent" : "partly sent";

/** Cells have no name that a person knows, so those near one place stand together; drawn areas have one each. */
function byPlace({ units }: Municipality, found: readonly Unreached[], language: Language) {
  const groups = new Map<string, { where: string; site: number; pupils: number; sent: number }>();
  for (const { unit, site, pupils, sent, place } of found) {
    const where =
      units.shape.kind === "h3" && place !== undefined ? fillText(TEXT.near, language, { place }) : units.id[unit];
    const group = groups.get(`${where} ${site}`) ?? { where, site, pupils: 0, sent: 0 };
    groups.set(`${where} ${site}`, { ...group, pupils: group.pupils + pupils, sent: group.sent + sent });
  }
  return [...groups.values()];
}
