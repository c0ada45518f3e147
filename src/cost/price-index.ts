/**
 * Denmark's consumer price index, annual means, 2015 = 100. Source: Statistics Denmark, PRIS112 (statbank.dk/PRIS112), years
 * as published; 2014 and 2024 are means of the months at hand (April to December, January to April). Beyond 2024: unknown.
 */
const CONSUMER_PRICES: ReadonlyMap<number, number> = new Map([
  [2014, 99.6],
  [2015, 100],
  [2016, 100.25],
  [2017, 101.4],
  [2018, 102.2],
  [2019, 103],
  [2020, 103.4],
  [2021, 105.35],
  [2022, 113.5],
  [2023, 117.2],
  [2024, 118.3],
]);

export const PRICE_INDEX_SOURCE = "Danmarks Statistik, forbrugerprisindeks PRIS112, årsgennemsnit, 2015 = 100";
const YEARS = [...CONSUMER_PRICES.keys()];
const FIRST_PRICE_YEAR = Math.min(...YEARS);
const LAST_PRICE_YEAR = Math.max(...YEARS);

/** What one krone of a year is worth in another year's prices. A year outside the index counts as the index's nearest year. */
export const priceFactor = (from: number, to: number): number => indexOf(to) / indexOf(from);

const indexOf = (year: number): number =>
  CONSUMER_PRICES.get(Math.min(LAST_PRICE_YEAR, Math.max(FIRST_PRICE_YEAR, Math.round(year)))) ?? 100;
