import { isoDay } from "../../src/index.ts";

/** Today's date where the page is read, ISO. The one place where the page's dates meet a clock. */
export const todaysDate = (): string => isoDay(new Date());
