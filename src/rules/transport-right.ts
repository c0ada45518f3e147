import { BANDS, type Band, type BandSet, hasBand, NO_BANDS } from "../domain/grades.ts";
import { type Metres, metres } from "../domain/quantities.ts";
import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 26(1)1: free transport when the way to the district school is longer than a limit by grade. */
export const TRANSPORT_RIGHT: Rule = {
  key: "transport-right",
  paragraph: "folkeskoleloven § 26, stk. 1, nr. 1",
  text: {
    da: "En elev har ret til gratis befordring, når skolevejen til distriktsskolen er længere end 2,5 km i 0.-3. klasse, 6 km i 4.-6. og 7 km i 7.-9. Præcis 2,5 km giver ikke ret.",
    en: "A pupil has a right to free transport when the way to the district school is longer than 2.5 km in grades 0-3, 6 km in 4-6 and 7 km in 7-9. Exactly 2.5 km gives no right.",
  },
  note: {
    da: "Kommunen kan kræve kortere vej, hvor vejen er farlig (nr. 2), og skal altid befordre syge og handicappede (stk. 2). Den, der frit har valgt en anden skole, har ingen ret (stk. 6).",
    en: "The municipality decides where a shorter road is dangerous (no. 2) and always carries the ill and disabled (subsection 2). Who freely chose another school has no right (subsection 6).",
  },
};

const LIMITS: readonly Metres[] = [metres(2500), metres(6000), metres(7000)];

/** The distance beyond which a pupil of a band has the right. */
export const transportLimit = (band: Band): Metres => LIMITS[BANDS[band].band];

/** § 26(1)1 and 2: longer than the limit, or dangerous for the band. "Longer than": the limit itself gives no right. Only a way that exists is measured. */
export const hasTransportRight = (band: Band, way: number, dangerousFor: BandSet = NO_BANDS): boolean =>
  (way > LIMITS[band] || hasBand(dangerousFor, band)) && way < Infinity;
