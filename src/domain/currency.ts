/** The money of a case: ISO 4217, and what one of it is worth in Danish kroner. */
export interface Currency {
  readonly code: string;
  readonly kroner: number;
}

/** What is enough to name a money, as files hold it. */
export type CurrencyCode = Pick<Currency, "code">;

export const DANISH_KRONER: Currency = { code: "DKK", kroner: 1 };

/** What one is worth where nobody needs to say: the krone is held to the euro, at 7.46038 in ERM II, give or take 2.25 %. */
const FIXED: ReadonlyMap<string, Currency> = new Map(
  [DANISH_KRONER, { code: "EUR", kroner: 7.46 }].map((currency) => [currency.code, currency]),
);

/** A currency by its code, at the rate that is stated or the one that is fixed; undefined where there is neither. */
export const currencyOf = (code: string, kroner?: number): Currency | undefined =>
  kroner === undefined ? FIXED.get(code) : { code, kroner };

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf("currency").includes(code);

/** The money of a case, which is Danish kroner where it says nothing of it. */
export const moneyOf = ({ currency = DANISH_KRONER }: { readonly currency?: Currency | undefined }): Currency =>
  currency;

/** By how many tens the numbers of a money are larger than those of kroner: 1 less for euros, 1 more for Icelandic krónur. */
export const tensOf = ({ kroner }: Currency): number => Math.round(-Math.log10(kroner)) + 0;

/** A step or a limit that is meant in kroner, as large a thing in another money. */
export const asLargeAs = (kroner: number, currency: Currency): number => kroner * 10 ** tensOf(currency);

/** Significant digits of a Danish figure in another money: none of them is known better. */
const CONVERTED_DIGITS = 2;

/** A Danish amount in another money, rounded. */
export const converted = (kroner: number, to: Currency): number =>
  to.code === DANISH_KRONER.code ? kroner : Number((kroner / to.kroner).toPrecision(CONVERTED_DIGITS));

/** The blanks of every text that speaks of money. */
export interface MoneyBlanks {
  /** Beside an amount: "kr.", "DKK", "EUR". */
  readonly currency: string;
  /** The same at the end of a sentence, whose full stop "kr." has already. */
  readonly currencyEnd: string;
  /** In the head of a column: "kr.", "€". */
  readonly currencySign: string;
  /** What one has many of: "kroner", "euros". */
  readonly currencyName: string;
}

const made = new Map<string, MoneyBlanks>();

/** How money is called in a language, by its locale. */
export function moneyBlanks(locale: string, { code }: CurrencyCode): MoneyBlanks {
  const known = made.get(`${locale} ${code}`) ?? blanksOf(locale, code);
  made.set(`${locale} ${code}`, known);
  return known;
}

/**
 * Where a language puts the currency behind the number, its sign may stand in a sentence; where it puts it before ("€3"), the code does
 * instead, which reads on either side ("3 million EUR").
 */
function blanksOf(locale: string, code: string): MoneyBlanks {
  const order = partsIn(locale, code, "symbol").map(({ type }) => type);
  const isBehind = order.indexOf("currency") > order.indexOf("integer");
  const isDanish = code === DANISH_KRONER.code;
  const currency = isBehind ? wordIn(locale, code, "symbol") : code;
  return {
    currency,
    currencyEnd: currency.endsWith(".") ? currency : `${currency}.`,
    currencySign: wordIn(isDanish ? "da-DK" : locale, code, "symbol"),
    currencyName: isDanish ? "kroner" : wordIn(locale, code, "name"),
  };
}

const wordIn = (locale: string, code: string, as: "symbol" | "name"): string =>
  partsIn(locale, code, as).find(({ type }) => type === "currency")?.value ?? code;

const partsIn = (locale: string, currency: string, currencyDisplay: "symbol" | "name"): Intl.NumberFormatPart[] =>
  new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }).formatToParts(2);
