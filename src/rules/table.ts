import { CLASS_SIZE } from "./class-size.ts";
import { CLOSING_PROCEDURE } from "./closing-procedure.ts";
import { DANGEROUS_ROAD } from "./dangerous-road.ts";
import { DISTRICT_RIGHT } from "./district-right.ts";
import { GRADE_SPAN } from "./grade-span.ts";
import type { Rule } from "./rule.ts";
import { SHARED_LEADERSHIP } from "./shared-leadership.ts";
import { TRANSPORT_RIGHT } from "./transport-right.ts";

/** Every rule of law that figures rest on. */
export const LAW: readonly Rule[] = [
  TRANSPORT_RIGHT,
  DANGEROUS_ROAD,
  CLASS_SIZE,
  GRADE_SPAN,
  DISTRICT_RIGHT,
  SHARED_LEADERSHIP,
  CLOSING_PROCEDURE,
];
