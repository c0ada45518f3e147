import {
  catalogue,
  type CostModel,
  delimitedText,
  type Language,
  type OwnCosts,
  type Text,
} from "../../../src/index.ts";
import type { CostEdits } from "../../worker/cost-edits.ts";

/** What the file is made from: the corrections, and what the case stated before them. */
interface CostsFile {
  readonly costs: CostModel;
  readonly edits: CostEdits;
  readonly own: OwnCosts | undefined;
  readonly siteIds: readonly string[];
  readonly priceYear: number;
  readonly language: Language;
}

const COLUMNS = ["item", "site", "value", "low", "high", "price_year", "source", "owner", "confidence"];
const CORRECTED: Text = catalogue("web.costs-file.corrected", {
  da: "rettet i skoledistrikt",
  en: "corrected in skoledistrikt",
});

/** costs.csv as a case folder has it: the corrections in place of the case's own figures, its sites' accounts as they were. */
export function costsCsv({ costs, edits, own, siteIds, priceYear, language }: CostsFile): string {
  const corrected = new Set(edits.map(({ item }) => item));
  const rows = [
    ...edits.map(({ item, low, mid, high }) => {
      const { owner, confidence } = costs[item];
      return [item, "", mid, low, high, priceYear, CORRECTED[language], owner[language], confidence];
    }),
    ...(own?.parameters ?? [])
      .filter(({ item }) => !corrected.has(item))
      .map(({ item, low, mid, high, priceYear: year, source, owner, confidence }) => [
        item,
        "",
        mid,
        low,
        high,
        year,
        source,
        owner ?? "",
        confidence,
      ]),
    ...(own?.sites ?? []).map(({ site, item, amount, priceYear: year, source }) => [
      item,
      siteIds[site],
      amount,
      "",
      "",
      year,
      source,
      "",
      "",
    ]),
  ];
  return delimitedText([COLUMNS, ...rows.map((row) => row.map(cell))], "en");
}

/** Four decimals where there are any: three after a point could be read as thousands. */
const cell = (value: string | number): string =>
  typeof value === "string" ? value : Number.isInteger(value) ? String(value) : value.toFixed(4);
