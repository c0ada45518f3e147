import { numeral } from "../domain/counted.ts";
import { listText } from "../domain/in-list.ts";
import { catalogue, filled, type Text } from "../domain/language.ts";
import {
  type Band,
  type BandSet,
  gradeRuns,
  type Grades,
  gradesInWords,
  hasBand,
  hasTransport,
  keyOf,
  NO_BANDS,
} from "../domain/grades.ts";
import type { Metres } from "../domain/quantities.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 26(1)1: free transport when the way to the district school is longer than a limit by grade. */
export const TRANSPORT_RIGHT: Rule = catalogue("rules.transport-right.transportRight", {
  key: "transport-right",
  paragraph: "folkeskoleloven § 26, stk. 1, nr. 1",
  text: {
    da: "En elev har ret til gratis befordring, når skolevejen til distriktsskolen er længere end 2,5 km i 0.-3. klasse, 6 km i 4.-6. klasse og 7 km i 7.-9. klasse. Præcis 2,5 km giver ikke ret.",
    en: "A pupil has a right to free transport when the way to the district school is longer than 2.5 km in grades 0-3, 6 km in grades 4-6 and 7 km in grades 7-9. Exactly 2.5 km gives no right.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://danskelove.dk/folkeskoleloven/26",
  note: {
    da: "En kortere skolevej giver også ret, hvis kommunen vurderer, at den er farlig i trafikken (nr. 2), og syge elever og elever med handicap skal altid befordres (stk. 2). Den, der har valgt en anden skole end distriktsskolen, har ikke ret (stk. 6).",
    en: "A shorter way gives the right too where the municipality finds it hazardous in traffic (no. 2), and pupils who are ill or disabled are always carried (subsection 2). Who chose another school than the district school has no right (subsection 6).",
  },
});

/** What § 26 gives beyond what is counted here; said wherever the right is shown. */
export const TRANSPORT_LEFT_OUT: Rule = catalogue("rules.transport-right.transportLeftOut", {
  key: "transport-left-out",
  paragraph: "folkeskoleloven § 26, stk. 1, 2, 4 og 5",
  text: {
    da: "Retten til befordring er regnet uden 10. klasse (længere end 9 km), syge elever og elever med handicap, kørsel mellem skole og fritidstilbud (stk. 4) og kørsel, som forældre selv står for og får godtgjort (stk. 5).",
    en: "The right to transport is counted without grade 10 (longer than 9 km), pupils who are ill or disabled, transport between school and after-school care (subsection 4), and driving that parents do themselves and are paid for (subsection 5).",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://danskelove.dk/folkeskoleloven/26",
});

/** The distance beyond which a pupil of a band has the right. */
export const transportLimit = ({ bands }: Grades, band: Band): Metres => bands[band].limit;

/** § 26(1)1 and 2: longer than the limit, or dangerous for the band. "Longer than": the limit itself gives no right. Only a way that exists is measured. */
export const hasTransportRight = (
  { bands }: Grades,
  band: Band,
  way: number,
  dangerousFor: BandSet = NO_BANDS,
): boolean =>
  (way > bands[band].limit || (hasBand(dangerousFor, band) && bands[band].limit < Infinity)) && way < Infinity;

const PLAIN = catalogue("rules.transport-right.plain", {
  limits: {
    da: "Retten til befordring følger sagens egne regler: vejen er længere end {limits}.",
    en: "The right to transport follows the case's own rules: the way is longer than {limits}.",
  },
  limit: { da: "{km} km i {grades}", en: "{km} km in {grades}" },
  none: {
    da: "Sagens regler giver ingen ret til befordring.",
    en: "The case's rules give no right to transport.",
  },
});

/** The way of each grade that has the right, neighbours alike together: "2,5 km i 0.-3. klasse og 6 km i 4.-6. klasse". */
export function limitsText(grades: Grades): Text {
  const { bands, bandOf, names } = grades;
  const runs = gradeRuns(grades, (grade) => bands[bandOf[grade]].limit).filter(({ value }) => value < Infinity);
  return listText(
    runs.map(({ first, last, value }) =>
      filled(PLAIN.limit, { km: numeral(value / 1000), grades: gradesInWords(keyOf(names, first, last)) }),
    ),
  );
}

/** What is said wherever the right is shown: what of the law is left out, or by which of the case's own rules it is. */
export function transportNote(grades: Grades): Text {
  if (grades.law.kind === "danish") return TRANSPORT_LEFT_OUT.text;
  return hasTransport(grades) ? filled(PLAIN.limits, { limits: limitsText(grades) }) : PLAIN.none;
}
