import { expect, test } from "vitest";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { busTerms, type SiteTransport } from "../../src/evaluate/school-buses.ts";
import { busesText } from "../../src/report/buses-text.ts";
import { drawCase } from "../cases/drawn.ts";

const transport = (site: number, rights: number): SiteTransport => ({
  site,
  rights,
  cards: { low: 5000 * rights, mid: 6000 * rights, high: 7000 * rights },
  buses: { low: 20_000 * rights, mid: 30_000 * rights, high: 40_000 * rights },
  cheaper: "cards",
  routes: [],
  vehicles: 0,
  kilometresPerDay: 0,
  byTaxi: rights,
  bounds: { vehicles: 0, kilometresPerDay: 0, heuristic: { vehicles: 0, kilometresPerDay: 0 } },
});

test.each([
  ["da", "skjult"],
  ["en", "hidden"],
] as const)("money that would tell a small group is hidden, and no number of pupils, in %s", (language, hidden) => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["ABC"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
    districts: { All: "ABC" },
    pupils: () => 1,
  });
  const basis = makeBasis(municipality, travel, baseline);
  const text = busesText(basis, [transport(0, 3), transport(1, 6), transport(2, 90)], busTerms(basis.costs), language);
  const [few, beside, shown] = ["A: ", "B: ", "C: "].map((head) =>
    text.split("\n").find((line) => line.startsWith(head)),
  );
  // The number of pupils may be told as fewer than five; kroner never.
  expect(few).toMatch(/^A: <5 /);
  for (const line of [few, beside]) {
    expect(line?.split(hidden).length).toBeGreaterThan(2);
    expect(line).not.toMatch(/<5[;:]|kr\.|DKK/);
  }
  expect(shown).toMatch(/540[.,]000/);
});
