import { COST_ITEMS, type CostItem } from "../../domain/cost-items.ts";
import type { CostParameter } from "../parameter.ts";
import { BUILDING_PARAMETERS } from "./buildings.ts";
import { DELIVERY_PARAMETERS } from "./delivery.ts";
import { LEADERSHIP_PARAMETERS } from "./leadership.ts";
import { PRIVATE_SCHOOL_PARAMETERS } from "./private-schools.ts";
import { TEACHING_PARAMETERS } from "./teaching.ts";
import { TIME_PARAMETERS } from "./time.ts";
import { TRANSPORT_PARAMETERS } from "./transport.ts";

/** Every parameter that money figures rest on, each in its source's price year. A case may override any of them. */
export const COST_PARAMETERS = {
  ...LEADERSHIP_PARAMETERS,
  ...TEACHING_PARAMETERS,
  ...BUILDING_PARAMETERS,
  ...TRANSPORT_PARAMETERS,
  ...PRIVATE_SCHOOL_PARAMETERS,
  ...TIME_PARAMETERS,
  ...DELIVERY_PARAMETERS,
} satisfies Record<CostItem, CostParameter>;

export type CostParameterKey = CostItem;
export const COST_PARAMETER_KEYS = COST_ITEMS;
export type CostModel = Readonly<Record<CostParameterKey, CostParameter>>;
/** One number for every parameter: a draw, the middle, one end. */
export type CostValues = Readonly<Record<CostParameterKey, number>>;
