import { planTitle } from "./baseline-text.ts";
import type { Comparison } from "../compare/comparison.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import { cellOf } from "../kernels/disclosure/shown.ts";
import { headline } from "./plan-status.ts";
import { bandName, TABLE_NAMES } from "./comparison-text.ts";
import { cellText } from "./shown-measures.ts";
import { type Table, toldCell } from "./table.ts";

const HEADS = catalogue("report.fairness-table", {
  plan: { da: "Plan", en: "Plan" },
  by: { da: "Opdeling", en: "Split by" },
  group: { da: "Gruppe", en: "Group" },
  change: { da: "Ændring af skolevej (km)", en: "Change of the way to school (km)" },
  pupils: { da: "Elever (nærmeste fem)", en: "Pupils (nearest five)" },
});

const NAME: Text = catalogue("report.fairness-table.name", { da: "Hvem rammes", en: "Who is hit" });

/** Who gains and who loses: a row for each plan, group and band of change. Suppressed cells hold the same words as everywhere else, never a zero. */
export function fairnessTable({ plans, unfinished }: Comparison, language: Language): Table {
  const statusRows = unfinished.map(({ plan, completeness }) => [
    planTitle(plan, language),
    "status",
    headline(completeness, "exactly")[language],
    "",
    toldCell(cellText(cellOf(completeness.missing)), language),
  ]);
  const rows = plans.flatMap(({ plan, fairness }) =>
    fairness.tables.flatMap(({ key, rows: groups }) =>
      groups.flatMap(({ name, cells }) =>
        cells.map((cell, band) => [
          planTitle(plan, language),
          TABLE_NAMES[key][language],
          name[language],
          bandName(fairness.bands[band], language),
          toldCell(cellText(cell), language),
        ]),
      ),
    ),
  );
  const columns = Object.values(HEADS).map((head) => ({ title: head[language] }));
  return { name: NAME[language], columns, rows: [...statusRows, ...rows] };
}
