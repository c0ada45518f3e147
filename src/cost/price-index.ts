import type { IndexYear } from "../domain/cost-items.ts";
import type { ReferenceKey } from "./references.ts";

/**
 * Rises of the state's general index of wages and prices from the year before, per cent (see {@link STATE_INDEX_REFERENCE}); those of
 * 2024 and 2025 are estimates of June 2024. The municipalities' own index (KL) was not found as a series; by two answers of
 * the ministry of education in prices of 2019 and 2023, and by KL's own fee, it rose about 2 % more from 2015 to 2024.
 */
const STATE_RISES: ReadonlyMap<number, number> = new Map([
  [2012, 1.6],
  [2013, 0.5],
  [2014, 0.4],
  [2015, 0.5],
  [2016, 0.5],
  [2017, 1.2],
  [2018, 1.9],
  [2019, 1.3],
  [2020, 1.1],
  [2021, 1.2],
  [2022, 4.3],
  [2023, 2.5],
  [2024, 4],
  [2025, 2.8],
]);

export const STATE_INDEX_REFERENCE: ReferenceKey = "priceIndex";

/** The year before its first rise and its last: before and after, prices are taken to stand still. */
export const STATE_YEARS: { readonly first: number; readonly last: number } = { first: 2011, last: 2025 };

/** The state's index, 1 in its first year. */
const STATE_INDEX: readonly number[] = [...STATE_RISES.values()].reduce(
  (levels, rise) => [...levels, (levels.at(-1) ?? 1) * (1 + rise / 100)],
  [1],
);

const within = (year: number, first: number, last: number): number => Math.min(last, Math.max(first, Math.round(year)));

const stateLevel = (year: number): number =>
  STATE_INDEX[within(year, STATE_YEARS.first, STATE_YEARS.last) - STATE_YEARS.first];

/**
 * What one krone of a year is worth in another year's prices: by the case's own index, years one after another, where it has one, and
 * before its first year and after its last by the state's rises.
 */
export const priceFactor = (from: number, to: number, own: readonly IndexYear[] = []): number =>
  levelIn(to, own) / levelIn(from, own);

function levelIn(year: number, own: readonly IndexYear[]): number {
  if (own.length === 0) return stateLevel(year);
  const [first, last] = [own[0].year, own[own.length - 1].year];
  const nearest = within(year, first, last);
  return (own[nearest - first].value * stateLevel(year)) / stateLevel(nearest);
}
