import { BANDS, type Band } from "../domain/grades.ts";
import { type Metres, metres } from "../domain/quantities.ts";
import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 26(1)1: free transport when the way to the district school is longer than a limit by grade. */
export const TRANSPORT_RIGHT: Rule = {
  paragraph: "folkeskoleloven § 26, stk. 1, nr. 1",
  text: {
    da: "En elev har ret til gratis befordring, når skolevejen til distriktsskolen er længere end 2,5 km i 0.-3. klasse, 6 km i 4.-6. og 7 km i 7.-9. Præcis 2,5 km giver ikke ret.",
    en: "A pupil has a right to free transport when the way to the district school is longer than 2.5 km in grades 0-3, 6 km in 4-6 and 7 km in 7-9. Exactly 2.5 km gives no right.",
  },
};

const LIMITS: readonly Metres[] = [metres(2500), metres(6000), metres(7000)];

/** The distance beyond which a pupil of a band has the right. */
export const transportLimit = (band: Band): Metres => LIMITS[BANDS[band].band];

/** "Longer than": the limit itself gives no right. Only a way that exists is measured. */
export const hasTransportRight = (band: Band, way: number): boolean => way > LIMITS[band] && way < Infinity;
