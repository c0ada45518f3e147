import {
  COST_ITEMS,
  costFault,
  type CostItem,
  type OwnCosts,
  type OwnParameter,
  SITE_COST_ITEMS,
  type SiteAccount,
  type SiteCostItem,
} from "../domain/cost-items.ts";
import { readAmount } from "./amounts.ts";
import { lineKeeper, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { confidenceOf, keyNamed } from "./own-figures.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

type CostRole = "item" | "site" | "value" | "low" | "high" | "year" | "source" | "owner" | "confidence";
export const COST_COLUMNS: ColumnNames<CostRole> = {
  item: ["item", "post", "parameter"],
  site: ["site", "skole", "afdeling", "institutionsnummer"],
  value: ["value", "værdi", "beløb", "mid"],
  low: ["low", "lav", "mindst"],
  high: ["high", "høj", "højst"],
  year: ["price_year", "prisår"],
  source: ["source", "kilde"],
  owner: ["owner", "ejer", "ansvarlig"],
  confidence: ["confidence", "sikkerhed"],
};

/** costs.csv: the municipality's own figures in place of the cost model's. A row with a site is that site's accounts. */
export function readOwnCosts(sheet: Sheet<CostRole>, siteIds: readonly string[], report: Report): OwnCosts {
  const parameters: OwnParameter[] = [];
  const sites: SiteAccount[] = [];
  const earlier = lineKeeper();
  const isAgain = (row: Row, siteId: string, item: string): boolean => {
    const first = earlier(`${siteId}\n${item}`, row);
    if (first !== undefined) report("costs.twice", sheet.at(row, "item"), { item, first });
    return first !== undefined;
  };
  for (const row of sheet.rows) {
    const figure = readFigure(sheet, row, report);
    const siteId = sheet.text(row, "site");
    if (siteId === "") {
      const item = findItem(sheet, row, COST_ITEMS, report);
      if (item === undefined || isAgain(row, "", item) || !figure) continue;
      if (canBe(sheet, row, item, figure, report)) parameters.push({ item, ...figure });
      continue;
    }
    const site = siteIds.indexOf(siteId);
    if (site < 0) report("costs.unknown-site", sheet.at(row, "site"), { found: siteId });
    const item = findItem(sheet, row, SITE_COST_ITEMS, report);
    if (site >= 0 && item !== undefined && !isAgain(row, siteId, item) && figure)
      sites.push({ site, item, amount: figure.mid, priceYear: figure.priceYear, source: figure.source });
  }
  return { parameters, sites };
}

function findItem<Item extends CostItem | SiteCostItem>(
  sheet: Sheet<CostRole>,
  row: Row,
  items: readonly Item[],
  report: Report,
): Item | undefined {
  const text = readRequired(sheet, row, "item", report);
  const found = keyNamed(text, items);
  if (found === undefined && text !== "")
    report("costs.unknown-item", sheet.at(row, "item"), { found: text, items: items.join(", ") });
  return found;
}

type Figure = Omit<OwnParameter, "item">;

function canBe(sheet: Sheet<CostRole>, row: Row, item: CostItem, { low, mid, high }: Figure, report: Report): boolean {
  const cells = [
    ["low", low],
    ["value", mid],
    ["high", high],
  ] as const;
  for (const [role, found] of cells) {
    const fault = costFault(item, found);
    if (fault === undefined) continue;
    // A cell left empty takes its figure from the value.
    const at = sheet.text(row, role) === "" ? "value" : role;
    report(`costs.${fault}`, sheet.at(row, at), { found, item });
    return false;
  }
  return true;
}

/** The amounts and where they come from; low and high are the value itself where the table does not say. */
function readFigure(sheet: Sheet<CostRole>, row: Row, report: Report): Figure | undefined {
  const mid = readCell(sheet, row, "value", report);
  const low = readCell(sheet, row, "low", report) ?? mid;
  const high = readCell(sheet, row, "high", report) ?? mid;
  const priceYear = Number(readRequired(sheet, row, "year", report));
  const source = readRequired(sheet, row, "source", report);
  const owner = sheet.text(row, "owner");
  const confidence = confidenceOf(sheet.text(row, "confidence"));
  const yearKnown = Number.isInteger(priceYear) && priceYear >= 1990 && priceYear <= 2100;
  if (!yearKnown) report("costs.price-year", sheet.at(row, "year"), { found: sheet.text(row, "year") });
  if (mid === undefined) {
    if (sheet.text(row, "value") === "") report("value.missing", sheet.at(row, "value"), {});
    return undefined;
  }
  if (low === undefined || high === undefined || !yearKnown || source === "") return undefined;
  if (low > mid || mid > high) {
    report("costs.order", sheet.at(row, "value"), { low, mid, high });
    return undefined;
  }
  return { low, mid, high, priceYear, source, confidence, ...(owner !== "" && { owner }) };
}

/** Amounts are whole kroner or shares: a separator before three digits marks thousands, any other decimals. */
function readCell(
  sheet: Sheet<CostRole>,
  row: Row,
  role: "value" | "low" | "high",
  report: Report,
): number | undefined {
  const text = sheet.text(row, role);
  const amount = readAmount(text, text.includes(",") ? "." : ",", sheet.at(row, role), report);
  return amount === "blank" ? undefined : amount;
}
