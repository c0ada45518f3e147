import { BOARDS_HEARD } from "./boards-heard.ts";
import { CLASS_SIZE } from "./class-size.ts";
import { CLOSING_PROCEDURE, SCHOOL_CLOSED } from "./closing-procedure.ts";
import { COUNCIL_MEETING } from "./council-meeting.ts";
import { DANGEROUS_ROAD } from "./dangerous-road.ts";
import { DISTRICT_RIGHT, FREE_CHOICE } from "./district-right.ts";
import { GRADE_SPAN } from "./grade-span.ts";
import { isInForce, type Rule, schoolYearStart } from "./rule.ts";
import { SHARED_LEADERSHIP } from "./shared-leadership.ts";
import { TEACHING_TOGETHER } from "./teaching-together.ts";
import { TRANSPORT_LEFT_OUT, TRANSPORT_RIGHT } from "./transport-right.ts";

/** Every rule of law that figures and dates rest on, in each of its wordings. */
export const LAW: readonly Rule[] = [
  TRANSPORT_RIGHT,
  DANGEROUS_ROAD,
  TRANSPORT_LEFT_OUT,
  ...CLASS_SIZE,
  TEACHING_TOGETHER,
  GRADE_SPAN,
  DISTRICT_RIGHT,
  FREE_CHOICE,
  SHARED_LEADERSHIP,
  BOARDS_HEARD,
  ...CLOSING_PROCEDURE,
  SCHOOL_CLOSED,
  COUNCIL_MEETING,
];

/** Those that hold in the school year that starts in August of a year. */
export const lawIn = (schoolYear: number): readonly Rule[] =>
  LAW.filter((rule) => isInForce(rule, schoolYearStart(schoolYear)));
