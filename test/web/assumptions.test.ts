import { GRADES } from "../cases/folkeskole.ts";
import { FARE, HOUSES } from "../cases/assumed.ts";
import { expect, test } from "vitest";
import {
  applyChanges,
  assume,
  type Assumption,
  assumptionText,
  claimText,
  DANISH_KRONER,
  evaluatePlan,
  evaluateToday,
  formatNumber,
  openCase,
  startDraft,
} from "../../src/index.ts";
import { kronerOf } from "../../web/panels/assumptions/kroner.ts";
import { groundOf } from "../../web/proposals/proposal.ts";
import { figuresKey } from "../../web/state/drawn-key.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { FIRST_DRAWING, isMarking, isPlacing } from "../../web/state/drawing.ts";
import { planFigures } from "../../web/state/plan-figures.ts";
import { stretchesInView } from "../../web/state/stretches.ts";
import { assumptionsOf, draftedPlan, type PagePlan } from "../../web/state/plans.ts";
import { groundOf as scenarioOf } from "../../web/worker/assumed-plan.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import { finished, pairingSteps } from "../../web/worker/detail.ts";
import type { AssumedDanger } from "../../src/domain/assumption.ts";
import { stretchOf } from "../../src/travel/hazard.ts";
import { dangers } from "../../web/map/layers/dangers.tsx";
import type { Seen } from "../../web/map/layers/map-layer.ts";
import { KEY } from "../../web/map/layers/table.ts";
import type { CaseView } from "../../web/worker/messages.ts";
import { assumedOnMap } from "../../web/map/assumed-on-map.ts";
import type { Proposal } from "../../web/proposals/proposal.ts";
import { drawnCase, scenery } from "./drawn-page.ts";
import { openWorkers } from "./drawn-workers.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";

const opened = openCase(tinyCase()).value!;
const { basis } = opened;
const view = caseViewOf(opened, evaluatePlan(basis, basis.baseline), []);
const start = startDraft(groundOf(view), basis.baseline);

const taxi: Assumption = { kind: "cost", name: "Taxa til øen", kroner: 400_000, per: "year" };
const north: AssumedDanger = {
  kind: "danger",
  name: "Nordvej",
  bands: 3,
  along: [tinyPosition(0, 50), tinyPosition(0, 2000)],
};

/** The plan of a draft with what it takes for granted. */
function planWith(...assumptions: readonly Assumption[]): PagePlan {
  const draft = assumptions.reduce((before, each) => applyChanges(before, assume(before, each)), start);
  return { ref: { from: "own", id: "a" }, key: "own a 1", draft, ...draftedPlan(draft) };
}

test.each([
  ["400.000", 400_000],
  ["400,000", 400_000],
  ["400 000 kr.", 400_000],
  ["1", 1],
  ["0", undefined],
  ["-5", undefined],
  ["400.000,50", undefined],
  ["0,4", undefined],
  ["0,4 mio", undefined],
  ["", undefined],
])("a sum typed as %s is read as it is meant, or not at all", (typed, kroner) => {
  expect(kronerOf(typed)).toBe(kroner);
});

/** In the order given, one after the other. */
const list = (language: "da" | "en") =>
  [taxi, north, HOUSES, { ...HOUSES, dwellings: 1, lastYear: 2027 }]
    .map((each) => assumptionText(GRADES, each, DANISH_KRONER, language))
    .join("; ");

test("what is assumed is told in a sentence's words, in both languages", () => {
  expect(list("da")).toBe(
    "Taxa til øen, 400.000 kr. om året; Nordvej, farlig for elever i 0.-6. klasse; Havnen, 40 huse, indflytning 2027-2029; Havnen, ét hus, indflytning 2027",
  );
  expect(list("en")).toBe(
    "Taxa til øen, DKK 400,000 a year; Nordvej, dangerous for pupils in grades 0-6; Havnen, 40 houses, moved into 2027-2029; Havnen, one house, moved into 2027",
  );
});

test("a proposal that assumes nothing is measured on the case itself, and one that does on its own ground", () => {
  expect(planWith().sites).toBeUndefined();
  expect(scenarioOf(basis, planWith())).toBe(basis);
  const plan = planWith(taxi, north);
  expect(assumptionsOf(plan)).toEqual([north, taxi]);
  expect(scenarioOf(basis, plan)).toBe(scenarioOf(basis, planWith(north, taxi)));
});

test("what is claimed is measured with by nothing: a proposal has the same ground and figures with it and without", () => {
  const claiming = planWith(FARE);
  expect([claiming.sites, scenarioOf(basis, claiming), assumptionsOf(claiming)]).toEqual([undefined, basis, []]);
  expect(scenarioOf(basis, planWith(taxi, FARE))).toBe(scenarioOf(basis, planWith(taxi)));
  expect(figuresKey(claiming.draft!)).toBe(figuresKey(start));
  expect(claimText(FARE, DANISH_KRONER, "da")).toMatch(
    /^Tilbud fra busselskabet, ».+« sat til 900 kr\..* \(en påstand; /,
  );
  const { name } = basis.costs.travelCard;
  expect(claimText({ ...FARE, name: name.da }, DANISH_KRONER, "en")).toMatch(new RegExp(`^“${name.en}” taken as 900 `));
});

test("figures stand beside today's with the same danger, so that a proposal that changes nothing is no worse for it", () => {
  const plan = planWith(north);
  const scenario = scenarioOf(basis, plan);
  const today = { values: evaluateToday(scenario).values, drivers: scenario.today };
  const effects = { ...effectsOf(scenario, evaluatePlan(scenario, plan.plan)), today };
  const figures = planFigures(view, plan, effects, FIRST_CHOICE);
  expect(figures.today("transport-right")).toBe(figures.value("transport-right"));
  expect(figures.today("transport-right")).toBeGreaterThan(view.today.values.get("transport-right")!);
  expect(figures.drivers).toBe(scenario.today);
});

test("the roads of every dangerous stretch in view are asked for once, those being chosen among them, and shown when they are found", () => {
  const { store, measurer } = openWorkers();
  const own = planWith(north, HOUSES);
  const proposal = { id: "a", draft: own.draft, history: { head: undefined } } as unknown as Proposal;
  const gitter = { ...drawnCase(), units: view.units };
  store.dispatch({ kind: "case", caseState: { status: "open", scenery, view: gitter } });
  store.dispatch({ kind: "proposals", proposals: new Map([["a", proposal]]) });
  store.dispatch({ kind: "choose", change: { plan: { from: "own", id: "a" }, doing: "draw" } });
  const asked = () => measurer.heard.flatMap((message) => (message.kind === "stretch" ? [message.along] : []));
  const at = [tinyPosition(0, 0), tinyPosition(500, 0)];
  for (const places of [at.slice(0, 1), at, at])
    store.dispatch({ kind: "drawing", change: { marking: { kind: "danger", at: places } } });
  expect(asked()).toEqual([north.along, at]);
  expect(assumedOnMap(store.state())).toMatchObject({ roads: [], places: at });
  const stretch = stretchOf(basis.municipality, basis.travel.network, north.along);
  measurer.say({ kind: "stretch", along: north.along, stretch });
  store.dispatch({ kind: "drawing", change: { marking: undefined } });
  expect(assumedOnMap(store.state())).toEqual({
    roads: stretch.lines,
    places: [],
    homes: [{ name: "Havnen", lon: view.units.lon[3], lat: view.units.lat[3] }],
  });
  expect(asked()).toHaveLength(2);
});

const seen = (of: CaseView): Seen =>
  ({ state: { caseState: { status: "open", scenery, view: of } }, pictures: [] }) as unknown as Seen;

test("the case's own dangerous roads are on the map with their roads, junction to junction", () => {
  const [from, to] = [tinyPosition(0, 50), tinyPosition(0, 2000)];
  const files = tinyCase();
  const row = ["Nordvej", "0-6", from.lat, from.lon, to.lat, to.lon].join(";");
  files.set("dangerous-roads.csv", new TextEncoder().encode(`name;grades;from_lat;from_lon;to_lat;to_lon\n${row}\n`));
  const decided = openCase(files).value!;
  const shown = caseViewOf(decided, evaluatePlan(decided.basis, decided.basis.baseline), []);
  const { municipality, travel } = decided.basis;
  expect(shown.dangers).toEqual([
    { name: "Nordvej", lines: stretchOf(municipality, travel.network, north.along).lines },
  ]);
  expect(shown.dangers[0].lines.length).toBeGreaterThan(0);
  expect(dangers.data(shown.dangers, 0).dangers).toMatchObject({ features: { length: shown.dangers[0].lines.length } });
  const entry = KEY.find(({ words }) => words === "legend.dangerDecided")!;
  expect([entry.when(seen(shown)), entry.when(seen(view))]).toEqual([true, false]);
});

test("while an assumption is changed, the map shows its places as they come and not those that it had", () => {
  const { store } = openWorkers();
  const own = planWith(north, HOUSES);
  const proposal = { id: "a", draft: own.draft, history: { head: undefined } } as unknown as Proposal;
  store.dispatch({ kind: "case", caseState: { status: "open", scenery, view: { ...drawnCase(), units: view.units } } });
  store.dispatch({ kind: "proposals", proposals: new Map([["a", proposal]]) });
  store.dispatch({ kind: "choose", change: { plan: { from: "own", id: "a" }, doing: "draw" } });
  const idOf = (kind: string) => [...own.draft!.assumptions].find(([, each]) => each.kind === kind)![0];
  const at = [tinyPosition(0, 0)];
  store.dispatch({ kind: "drawing", change: { marking: { kind: "housing", at, of: idOf("housing") } } });
  expect(assumedOnMap(store.state())).toMatchObject({ places: at, homes: [] });
  store.dispatch({ kind: "drawing", change: { marking: { kind: "danger", at, of: idOf("danger") } } });
  expect([stretchesInView(store.state()), assumedOnMap(store.state()).homes.length]).toEqual([[], 1]);
});

test.each(["da", "en"] as const)("a sum is read as it is written in a form that is filled in, in %s", (language) => {
  for (const kroner of [1, 999, 1000, 400_000, 99_999_999_999])
    expect(kronerOf(formatNumber(kroner, 0, language))).toBe(kroner);
});

test("a click is never both a school's place and a place of what is assumed", () => {
  const choice = { doing: "draw", view: "plan" };
  const marking = { kind: "danger", at: [] } as const;
  const both = { choice, drawing: { ...FIRST_DRAWING, marking, placing: { site: "new" } as const } };
  expect([isMarking(both), isPlacing(both)]).toEqual([false, true]);
  expect(isMarking({ choice, drawing: { ...FIRST_DRAWING, marking } })).toBe(true);
  expect(isMarking({ choice, drawing: { ...FIRST_DRAWING, tool: "paint", marking } })).toBe(false);
});

test("two plans that assume different dangers are each held against today with their own", () => {
  const [plan, other] = [planWith(north), planWith()];
  const [one, two] = [plan, other].map((each) => scenarioOf(basis, each));
  const pair = finished(pairingSteps(one, plan.plan, two, other.plan));
  // Neither changes anything, so neither saves anything, however many have a right today.
  expect(pair.difference).toEqual({ p5: 0, mid: 0, p95: 0 });
});
