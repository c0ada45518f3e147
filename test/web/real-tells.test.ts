import { expect, test } from "vitest";
import { MINUTES_TEXT } from "../../src/meeting/minutes-text.ts";
import { openCase } from "../../src/open-case.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { pupilsAsShown } from "../../web/map/shown-pupils.ts";
import { deckRows } from "../../web/slides/deck.ts";
import { planWalk } from "../../web/state/plan-sites.ts";
import type { PagePlan } from "../../web/state/plans.ts";
import { unitWays } from "../../web/state/unit-facts.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { councilSteps } from "../../web/worker/council.ts";
import { finished } from "../../web/worker/detail.ts";
import { answerHere } from "../../web/worker/here.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { toldNumbers } from "../cli/told-numbers.ts";
import { realCase, textOf } from "../publish/published.ts";
import { voiceIn } from "./voice.ts";

/** A number that is told in steps may fall to either side of one; what is told in whole sentences, in as many. */
const MOST_VALUES = 2;
/** How much larger one district is than another follows from their pupils as they are told. */
const FOLLOWS = /pupils-ratio/;
const FARM = { x: 531_400, y: 6_200_300 };

/** Gitterby with real pupils, and beside those who live in the middle of b1 so many in one grade on a farm of the same area. */
function farmCase(living: number) {
  const files = realCase("lattice");
  const rows = textOf(files, "pupils.csv").trim();
  const farm = living === 0 ? "" : `farm;${FARM.x};${FARM.y};2;${living}\n`;
  // The address is there whoever lives at it.
  const upper = `farm;${FARM.x};${FARM.y};8;6\n`;
  files.set("pupils.csv", new TextEncoder().encode(`${rows}\n${farm}${upper}`));
  const { value, issues } = openCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

/** What the page tells of a case on a screen that many see, or of one home, as text by place. */
async function toldOf(living: number): Promise<ReadonlyMap<string, string>> {
  const opened = farmCase(living);
  const { basis } = opened;
  const { baseline, municipality } = basis;
  const view = caseViewOf(opened, evaluatePlan(basis, basis.baseline), []);
  const unit = municipality.units.id.indexOf("b1");
  const bands = municipality.grades.bandCount;
  const far = municipality.sites.findIndex(({ id }) => id === "b-skole");
  const assignment = baseline.assignment.map((site, pair) => (Math.floor(pair / bands) === unit ? far : site));
  const plan = { ...baseline, id: "far", title: "Far", assignment };
  const found = new Map<string, string>();
  const pending: Promise<void>[] = [];
  const put = (place: string, value: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value) ?? "null");
    pending.push(
      toldNumbers(`${place}.json`, bytes).then((told) =>
        told.forEach((number, at) => found.set(`${place} ${at}`, number)),
      ),
    );
  };

  const home = municipality.demand;
  const point = [...home.lon.keys()].find((each) => each >= home.firstPoint[unit] && each < home.firstPoint[unit + 1])!;
  const at = { lon: home.lon[point], lat: home.lat[point] };
  put("at home", await answerHere(opened, { about: "point", at, plans: [{ plan }] }));

  for (const each of [baseline, plan]) {
    const shown = pupilsAsShown(pictureOf(view, { plan: each }));
    shown.districts.forEach((cell, i) => put(`${each.id} district ${i}`, cell));
    put(`${each.id} all`, shown.all);
    municipality.sites.forEach((_, site) => {
      put(`${each.id} school ${site}`, shown.ofSite(site));
      for (let band = 0; band < bands; band++) put(`${each.id} school ${site} ${band}`, shown.at(site, band));
    });
    for (let area = 0; area < municipality.units.count; area++)
      unitWays(view.grades, view, planWalk(view, new Map(), undefined), each.assignment, area).forEach((way, i) =>
        put(`${each.id} card of area ${area} ${i}`, way),
      );
  }

  const answers = finished(
    councilSteps(
      [
        { basis, plan: baseline },
        { basis, plan },
      ],
      "in-fives",
    ),
  );
  const page = [baseline, plan].map((each): PagePlan => ({
    ref: { from: "file", id: each.id },
    key: each.id,
    plan: each,
  }));
  const deck = { key: "deck", view, plans: page, figures: answers, at: new Date(0) };
  for (const [key, { today, plans }] of deckRows(deck, voiceIn("en", "in-fives"))) {
    put(`slide ${key} today`, [today.words, today.value]);
    plans.forEach(({ value, difference, range, place, number }, i) =>
      put(`slide ${key} ${i}`, [value, difference, range, place, number]),
    );
  }
  answers.answers.forEach(({ bus, savings }, i) => {
    bus.forEach((sentence, line) => put(`slide of buses ${i} ${line}`, sentence));
    savings.forEach((sentence, line) => put(`slide of savings ${i} ${line}`, sentence));
  });
  answers.compared.columns.forEach(({ flows, fairness, saving, saves, wins }, i) => {
    put(`flows ${i}`, flows);
    put(`who ${i}`, fairness);
    put(`saves ${i}`, [saving, saves]);
    put(`wins ${i}`, wins);
  });
  await Promise.all(pending);
  return found;
}

test("slides, cards and what somebody is told at home tell none of five real cases from the others that differ by who lives on one farm", async () => {
  const cases = await Promise.all([0, 1, 2, 3, 4].map(toldOf));
  const places = [...new Set(cases.flatMap((each) => [...each.keys()]))];
  expect(places.length).toBeGreaterThan(80);
  const telling = places.filter(
    (place) => !FOLLOWS.test(place) && new Set(cases.map((each) => each.get(place) ?? "-")).size > MOST_VALUES,
  );
  expect(telling.map((place) => [place, ...cases.map((each) => each.get(place))])).toEqual([]);
  // What is of a place is the same whoever lives there, and whether anybody does.
  for (const place of places.filter((each) => /^at home|card of area/.test(each)))
    expect(new Set(cases.map((each) => each.get(place))).size, place).toBe(1);
});

test("minutes have no place for a number of pupils", () => {
  for (const { da, en } of Object.values(MINUTES_TEXT)) {
    expect(da).not.toMatch(/elev|\{pupils/);
    expect(en).not.toMatch(/pupil/);
  }
});
