import type { Language } from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";

/** A workbook, a map for QGIS, or its layers as files of their own. */
export const TABLE_FILES = ["workbook", "geopackage", "layers"] as const;
export type TableFile = (typeof TABLE_FILES)[number];

/** Which plans, the one in view first; more than one only where all are measured on the same ground. */
export interface TablesQuestion {
  readonly kind: "tables";
  readonly as: TableFile;
  readonly plans: readonly AssumedPlan[];
  readonly language: Language;
}
