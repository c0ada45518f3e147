import type { IssueCode } from "../../src/import/issue-texts.ts";
import type { Fault } from "./fault-tools.ts";
import { BUS_FAULTS } from "./faults-buses.ts";
import { CASE_FAULTS } from "./faults-case.ts";
import { FILE_FAULTS } from "./faults-files.ts";
import { FORECAST_FAULTS } from "./faults-forecast.ts";
import { FORMAT_FAULTS } from "./faults-formats.ts";
import { JOIN_FAULTS } from "./faults-joins.ts";
import { MAP_FAULTS } from "./faults-maps.ts";
import { RECIPE_FAULTS } from "./faults-recipe.ts";

/** For every code one fault that provokes it. */
export const FAULTS: Readonly<Record<IssueCode, Fault>> = {
  ...FILE_FAULTS,
  ...FORMAT_FAULTS,
  ...MAP_FAULTS,
  ...CASE_FAULTS,
  ...JOIN_FAULTS,
  ...FORECAST_FAULTS,
  ...BUS_FAULTS,
  ...RECIPE_FAULTS,
};
