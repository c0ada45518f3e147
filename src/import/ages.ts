/** Whole years of age, both included; `oldest` is Infinity where there is no end. */
export interface Ages {
  readonly youngest: number;
  readonly oldest: number;
}

const YEARS = "(?:[- ]?(?:år(?:ige|s)?|aar|years?(?: old| of age)?|yrs?))";
/** "6", "6 år", "6-9 år", "6-årige"; with the register's own code before it, "006 6 år". */
const SPAN = new RegExp(`^(?:\\d{1,3} (?=\\d+ ?(?:år|years?)))?(\\d{1,3})(?: ?[-–] ?(\\d{1,3}))?${YEARS}?$`);
const NAMED = /^(?:alder|age|aged) ?(\d{1,3})(?: ?[-–] ?(\d{1,3}))?$/;
const UNDER = new RegExp(`^(?:under|below) (\\d{1,3})${YEARS}?$`);
const ABOVE = new RegExp(`^(\\d{1,3})${YEARS}? ?(?:\\+|og derover|og over|and over|and older|or more)${YEARS}?$`);
const OVER = new RegExp(`^(?:over|above) (\\d{1,3})${YEARS}?$`);

/** The ages that a cell names: "6", "6 år", "6-9 år", "under 6 år", "90 år og derover"; `undefined` where it names none. */
export function agesNamed(text: string): Ages | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, " ")
    .trim();
  const [, from, to = from] = SPAN.exec(plain) ?? NAMED.exec(plain) ?? [];
  if (from !== undefined)
    return Number(to) >= Number(from) ? { youngest: Number(from), oldest: Number(to) } : undefined;
  const under = UNDER.exec(plain)?.[1];
  if (under !== undefined) return Number(under) > 0 ? { youngest: 0, oldest: Number(under) - 1 } : undefined;
  const above = ABOVE.exec(plain)?.[1];
  if (above !== undefined) return { youngest: Number(above), oldest: Infinity };
  const over = OVER.exec(plain)?.[1];
  return over === undefined ? undefined : { youngest: Number(over) + 1, oldest: Infinity };
}

/** Whether a text says itself that it is of an age, as "6 år" does and "6" does not. */
export const isAgeInWords = (text: string): boolean =>
  /år|aar|year|yrs?\b|alder|age/i.test(text) && agesNamed(text) !== undefined;
