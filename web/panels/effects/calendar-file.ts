export { calendarIcs } from "../../../src/index.ts";
