import { BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import type { Draft, NewSite } from "../../src/edit/draft.ts";
import { fold } from "../../src/edit/log.ts";
import { deed, perform, start } from "./random.ts";

/** A plan as a table of names: who goes where, and what is said of each school, district and lock. */
interface Table {
  readonly goes: Map<string, string>;
  readonly schools: Map<number, unknown>;
  readonly placed: NewSite[];
  readonly districts: Map<string, string>;
  readonly assumed: Map<string, unknown>;
  readonly locks: Set<string>;
  title: unknown;
  reason: string;
}

const pairName = (pair: number) => `${start.municipality.units.id[Math.floor(pair / BAND_COUNT)]} ${pair % BAND_COUNT}`;
const siteKey = (site: number) => (site === 0xffff ? "none" : String(site));

/** What a draft says, read off it without the code that made it. */
function tableOf({ plan, capacity, newSites, assumptions, locks, reason }: Draft): Table {
  const home = (site: number) => plan.districts.find(({ sites }) => sites.includes(site))?.id;
  return {
    goes: new Map([...plan.assignment].map((site, pair) => [pairName(pair), siteKey(site)])),
    schools: new Map(
      plan.teaching.map((teaches, site) => [site, { teaches, capacity: [...capacity[site]], district: home(site) }]),
    ),
    placed: [...newSites],
    districts: new Map(plan.districts.map(({ id, name }) => [id, name])),
    assumed: new Map(assumptions),
    locks: new Set([
      ...[...locks.pairs].map((pair) => `pair ${pair}`),
      ...[...locks.sites].map((site) => `site ${site}`),
      ...[...locks.districts].map((id) => `district ${id}`),
      ...[...locks.bands].map((band) => `band ${band}`),
    ]),
    title: plan.title,
    reason,
  };
}

/** One change after another, each by what it says shall be. */
function replay(table: Table, changes: readonly Change[]): void {
  for (const change of changes)
    switch (change.kind) {
      case "assign":
        change.pairs.forEach((pair, i) => table.goes.set(pairName(pair), siteKey(change.to[i])));
        break;
      case "site": {
        const { teaches, capacity, district } = change.to;
        table.schools.set(change.site, { teaches, capacity: [...capacity], district });
        break;
      }
      case "new-site":
        if (change.is) table.placed.push(change.is);
        else table.placed.pop();
        break;
      case "district":
        if (change.to === undefined) table.districts.delete(change.id);
        else table.districts.set(change.id, change.to);
        break;
      case "assumption":
        if (change.to === undefined) table.assumed.delete(change.id);
        else table.assumed.set(change.id, change.to);
        break;
      case "lock": {
        const { what } = change;
        const keys =
          "pairs" in what ? [...what.pairs].map((pair) => `pair ${pair}`) : [Object.entries(what)[0].join(" ")];
        for (const key of keys) {
          if (change.to) table.locks.add(key);
          else table.locks.delete(key);
        }
        break;
      }
      case "text":
        table.title = change.to.title;
        table.reason = change.to.reason;
    }
}

test("2,000 random logs fold to what a plain replay by name makes of them, and every kind of change is among them", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 30 }), (deeds) => {
      const { edits } = perform(start, deeds, (draft, changes) => checkChanges(draft, changes).length === 0);
      const table = tableOf(start);
      for (const changes of edits) {
        replay(table, changes);
        for (const { kind } of changes) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      // Of a school that was taken away there is nothing to say.
      for (const site of table.schools.keys())
        if (site >= start.municipality.sites.length + table.placed.length) table.schools.delete(site);
      const log = edits.map((changes, i) => ({ id: String(i), by: "A", at: "2026-01-01T00:00:00Z", changes }));
      expect(tableOf(fold(start, log))).toEqual(table);
    }),
    { numRuns: 2000 },
  );
  expect([...seen.keys()].toSorted()).toEqual(["assign", "assumption", "district", "lock", "new-site", "site", "text"]);
  expect(Math.min(...seen.values())).toBeGreaterThan(200);
});
