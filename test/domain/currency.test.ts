import { expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { asLargeAs, currencyOf, DANISH_KRONER, moneyBlanks, tensOf } from "../../src/domain/currency.ts";
import { inMoney, saidIn } from "../../src/domain/language.ts";
import { formatQuantity } from "../../src/report/format.ts";
import { smallestWritten, spanSide } from "../../src/report/saving-span.ts";

const [euro, pound, krona] = [currencyOf("EUR")!, currencyOf("GBP", 8.7)!, currencyOf("ISK", 0.05)!];

test.each([
  [DANISH_KRONER, "3,4 mio. kr.", "3.4 million DKK", "kr.", "kr.", "kroner", "kroner"],
  [euro, "3,40 mio. €", "3.40 million EUR", "€", "€", "euro", "euros"],
  [pound, "3,40 mio. £", "3.40 million GBP", "£", "£", "britiske pund", "British pounds"],
  [krona, "3 mio. ISK", "3 million ISK", "ISK", "ISK", "islandske kroner", "Icelandic krónur"],
])("money %j is written as each language does", (money, danish, english, daSign, enSign, daName, enName) => {
  expect(formatQuantity(3_400_000, money, "da")).toBe(danish);
  expect(formatQuantity(3_400_000, money, "en")).toBe(english);
  const [da, en] = [moneyBlanks("da-DK", money), moneyBlanks("en-GB", money)];
  expect([da.currencySign, en.currencySign, da.currencyName, en.currencyName]).toEqual([
    daSign,
    enSign,
    daName,
    enName,
  ]);
  expect(inMoney({ da: "I alt 3 mio. {currencyEnd}", en: "" }, money).da).toMatch(/[^.]\.$/);
});

test("a step meant in kroner is as large a thing in other money: what is told as nothing, and what a real case's sums are told in", () => {
  expect([euro, pound, krona].map(tensOf)).toEqual([-1, -1, 1]);
  const told = [DANISH_KRONER, euro, krona].map((money) => [
    asLargeAs(100_000, money),
    spanSide({ low: 20_000, high: 40_000 }, smallestWritten(money)),
  ]);
  expect(told).toEqual([
    [100_000, "nothing"],
    [10_000, "saved"],
    [1_000_000, "nothing"],
  ]);
});

test("a Danish figure in other money is converted, is said to be, and follows the state's index before; a case's own is left alone", () => {
  const kroner = costModel(2025);
  const own = {
    item: "class",
    low: 90,
    mid: 100,
    high: 110,
    priceYear: 2025,
    source: "os",
    confidence: "high",
  } as const;
  const index = [2024, 2025].map((year) => ({ year, value: year === 2024 ? 100 : 200, source: "os" }));
  const pounds = costModel(2025, [own], index, pound);
  expect(pounds.class).toMatchObject({ low: 90, mid: 100, high: 110, source: "os" });
  expect(saidIn(pounds.class.unit, "en")).toBe("GBP per class per year");
  for (const key of ["teacher", "pavilion", "schoolBusKilometre"] as const) {
    const share = (pounds[key].mid * pound.kroner) / kroner[key].mid;
    expect(Math.abs(share - 1), key).toBeLessThan(0.06);
    expect(saidIn(pounds[key].source, "en")).toMatch(/^converted from Danish kroner, 8\.7 for GBP 1: \S/);
  }
  expect(pounds.areaPerPupil).toEqual(kroner.areaPerPupil);
  expect(saidIn(kroner.teacher.unit, "da")).toBe("kr. pr. årsværk");
});
