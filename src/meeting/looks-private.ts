/** Ends of Danish and English names of roads, before a house's number. */
const ROAD =
  /\p{L}{2,}(?:vej|vejen|gade|gaden|stræde|strædet|allé|alléen|alle|plads|pladsen|vænge|vænget|parken|toften|bakken|haven|marken|krogen|street|road|avenue|lane)\s+\d{1,3}\s?\p{L}?\b/iu;
const ROAD_APART = /\p{Lu}\p{L}+\s+(?:vej|gade|stræde|allé|plads|street|road|avenue|lane)\s+\d{1,3}/iu;
/** Eight digits in pairs or fours, or with a country before them. */
const TELEPHONE = /(?:^|[^\d])(?:\+\d{2}\s?)?(?:\d{8}|\d{2}(?: \d{2}){3}|\d{4} \d{4})(?!\d)/u;
/** Six digits of a birthday and four more. */
const PERSON_NUMBER = /\b\d{6}-?\d{4}\b/u;
const MAIL = /\S+@\S+\.\p{L}{2,}/u;

/** Whether words look as if they told where somebody lives or how to reach them; who wrote them is asked before they are sent. */
export const looksPrivate = (text: string): boolean =>
  [ROAD, ROAD_APART, TELEPHONE, PERSON_NUMBER, MAIL].some((form) => form.test(text));
