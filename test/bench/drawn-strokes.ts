import { BAND_COUNT } from "../cases/folkeskole.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import type { Edit } from "../../src/edit/log.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import type { OpenCase } from "../../src/open-case.ts";
import { drawCase } from "../cases/drawn.ts";
import { inMs, processorClock } from "./measure.ts";
import type { pageCode } from "./page-code.ts";

export type Code = Awaited<ReturnType<typeof pageCode>>;

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

const letter = (site: number): string => String.fromCodePoint(0x4e00 + site);

/** A grid of units with about a hundred sites, so many `across`, each in the middle of its block; a district is a column of blocks. */
export function madeUp(rows: number, columns: number, across: number): OpenCase {
  const down = Math.round(100 / across);
  const siteAt = (row: number, column: number): number =>
    Math.floor((row * down) / rows) * across + Math.floor((column * across) / columns);
  const sites = upTo(down * across);
  const drawn = drawCase({
    zones: upTo(rows).map((row) =>
      upTo(columns)
        .map((column) => letter(siteAt(row, column)))
        .join(""),
    ),
    sites: Object.fromEntries(
      sites.map((site) => [
        letter(site),
        {
          at: [
            Math.floor(((Math.floor(site / across) + 0.5) * rows) / down),
            Math.floor((((site % across) + 0.5) * columns) / across),
          ] as const,
        },
      ]),
    ),
    districts: Object.fromEntries(
      upTo(across).map((district) => [
        `district ${district}`,
        sites
          .filter((site) => site % across === district)
          .map(letter)
          .join(""),
      ]),
    ),
    pupils: (unit) => upTo(10).map((grade) => (unit * 7 + grade * 3) % 4),
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  return { basis, plans: [basis.baseline], inForceFrom: new Map(), dataHash: "0".repeat(64) };
}

/** The 95th of 100, the middle and the longest of some times. */
export function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => inMs(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return `${at(0.95)} (median ${at(0.5)}, longest ${at(1)})`;
}

/** Adds the time that this process worked, whatever else the machine did meanwhile; milliseconds. */
export function clocked<Value>(times: number[], run: () => Value): Value {
  const worked = processorClock();
  const value = run();
  times.push(worked());
  return value;
}

/** Units around one, as many as a brush takes, and a school of one of its neighbours. */
export function stroke({ basis }: OpenCase, draft: Draft, random: () => number) {
  const { adjacency, count } = basis.municipality.units;
  const first = Math.floor(random() * count);
  const units = new Set([first]);
  const size = 1 + Math.floor(random() * 36);
  for (const unit of units) {
    for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++)
      if (units.size < size) units.add(adjacency.target[edge]);
    if (units.size >= size) break;
  }
  const open = draft.plan.teaching.flatMap((taught, site) => (taught === 0 ? [] : [site]));
  const near = open.toSorted((a, b) => wayOf(basis, first, a) - wayOf(basis, first, b));
  const own = draft.plan.assignment[first * BAND_COUNT];
  const site = near.find((each) => each !== own) ?? own;
  const pairs = [...units].flatMap((unit) => [0, 1, 2].map((band) => unit * BAND_COUNT + band));
  return { first, site, pairs, units };
}

const wayOf = ({ travel }: OpenCase["basis"], unit: number, site: number): number =>
  travel.unitWalk[unit * travel.siteCount + site];

/** Strokes after each other, each as an edit. */
export function logOf(opened: OpenCase, count: number, random: () => number): readonly Edit[] {
  const first = startDraft(opened.basis.municipality, opened.plans[0]);
  const assignment = first.plan.assignment.slice();
  const draft = { ...first, plan: { ...first.plan, assignment } };
  const edits: Edit[] = [];
  while (edits.length < count) {
    const { pairs, site } = stroke(opened, draft, random);
    const { changes } = assignPairs(draft, pairs, site);
    if (changes.length === 0) continue;
    for (const change of changes)
      if (change.kind === "assign") change.pairs.forEach((pair, i) => (assignment[pair] = change.to[i]));
    edits.push(strokeEdit(edits.length, random, changes));
  }
  return edits;
}

/** As a window numbers and dates them, one every five seconds or so. */
export const strokeEdit = (number: number, random: () => number, changes: Edit["changes"]): Edit => ({
  id: `3f9a1c27b0-${(number + 1).toString(36)}`,
  by: "me",
  at: new Date(1_767_225_600_000 + 1000 * (5 * number + Math.floor(4 * random()))).toISOString(),
  changes,
});
