import {
  evaluatePlan,
  geoJsonZip,
  geoPackage,
  type LoadSql,
  type OpenCase,
  plansMap,
  plansWorkbook,
  unreachable,
  workbookXlsx,
  type WorkbookOf,
} from "../../src/index.ts";
import { version } from "../../package.json";
import { groundOf } from "./assumed-plan.ts";
import type { TablesQuestion } from "./tables-messages.ts";

/** The bytes of a workbook or a map file of plans, as anybody may have them. */
export async function tablesFile(
  opened: Pick<OpenCase, "basis" | "dataHash">,
  { as, plans, language }: TablesQuestion,
  loadSql: LoadSql,
): Promise<Uint8Array<ArrayBuffer>> {
  const basis = groundOf(opened.basis, plans[0]);
  const of: WorkbookOf = {
    basis,
    run: { programVersion: version, dataHash: opened.dataHash },
    audience: "anyone",
    language,
  };
  const [first, ...others] = plans.map(({ plan }) => evaluatePlan(basis, plan));
  switch (as) {
    case "workbook":
      return workbookXlsx(plansWorkbook([first, ...others], of));
    case "geopackage":
      return geoPackage(plansMap([first], of), loadSql);
    case "layers":
      return geoJsonZip(plansMap([first], of));
    default:
      return unreachable(as);
  }
}
