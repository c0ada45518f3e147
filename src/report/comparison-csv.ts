import { planTitle } from "./baseline-text.ts";
import type { Comparison } from "../compare/comparison.ts";
import { catalogue, type Language } from "../domain/language.ts";
import { cellOf } from "../kernels/disclosure/shown.ts";
import { headline } from "./plan-status.ts";
import { bandName } from "./comparison-text.ts";
import { delimitedText } from "./csv.ts";
import { cellWord } from "./shown-measures.ts";

const HEADS = catalogue("report.comparison-csv", {
  plan: { da: "Plan", en: "Plan" },
  by: { da: "Opdeling", en: "Split by" },
  group: { da: "Gruppe", en: "Group" },
  change: { da: "Ændring af skolevej (km)", en: "Change of the way to school (km)" },
  pupils: { da: "Elever (nærmeste fem)", en: "Pupils (nearest five)" },
});

/**
 * Who gains and who loses as a table for Excel: a row for each plan, group and band of change. Suppressed cells hold the same words as
 * everywhere else, never a zero. Danish gets semicolons, English commas.
 */
export function fairnessCsv({ plans, unfinished }: Comparison, language: Language): string {
  const header = Object.values(HEADS).map((head) => head[language]);
  const statusRows = unfinished.map(({ plan, completeness }) => [
    planTitle(plan, language),
    "status",
    headline(completeness, "exactly")[language],
    "",
    cellWord(cellOf(completeness.missing), language),
  ]);
  const rows = plans.flatMap(({ plan, fairness }) =>
    fairness.tables.flatMap(({ key, rows: groups }) =>
      groups.flatMap(({ name, cells }) =>
        cells.map((cell, band) => [
          planTitle(plan, language),
          key,
          name[language],
          bandName(fairness.bands[band], language),
          cell.kind === "count" ? String(cell.pupils) : cellWord(cell, language),
        ]),
      ),
    ),
  );
  return delimitedText([header, ...statusRows, ...rows], language);
}
