import loadHighs from "highs";
import highsWasm from "highs/runtime?url";
import {
  type AssignmentPolicy,
  type Basis,
  certifiedSolver,
  type Consolidation,
  consolidate,
  type ConsolidateQuestion,
  evaluatePlan,
  evaluateToday,
  firstForAll,
  highsSolver,
  importCase,
  districtsJoined,
  jsLpSolver,
  learn,
  type OpenCase,
  type Meter,
  openImported,
  openMeter,
  repriceGroupings,
  stretchOf,
  routeFromPlace,
  unitWaysTo,
  weighed,
  unreachable,
} from "../../src/index.ts";
import { type CostEdits, editedCosts, textOfEdits } from "./cost-edits.ts";
import { groundOf } from "./assumed-plan.ts";
import { busesOf } from "./buses.ts";
import { caseViewOf, problemOf } from "./case-view.ts";
import { effectsOf } from "./effects.ts";
import { handedCase, handOver } from "./hand-over.ts";
import { keepAnswer, keptCase } from "./kept-store.ts";
import { knownSteps, meaningSteps, pairingSteps, type Steps, yearsSteps } from "./detail.ts";
import type {
  AskStep,
  AssumedPlan,
  DrawnRoute,
  FromWorker,
  Details,
  DetailQuestion,
  JoinedQuestion,
  ListQuestion,
  OpeningStep,
  ToWorker,
  WishStep,
} from "./messages.ts";
import { numberedPairs, textOfPairs } from "./pair-edits.ts";
import { planListOf, repricedOf } from "./plan-list.ts";
import { readGiven } from "./read-given.ts";
import { Queue } from "./queue.ts";
import { answerRepair } from "./repair.ts";
import { sceneryOf } from "./scenery.ts";
import { stopSign } from "./stop-sign.ts";

/** A hand that has rested so long is done for now, milliseconds. */
const HAND_RESTS = 1200;
/** A case that opens within this says nothing of how far it is, milliseconds. */
const QUICK = 1500;

/** Opens one case and answers questions about it, one at a time, away from the page's own thread; every plan comes whole. */
const solver = certifiedSolver(
  jsLpSolver(() => performance.now()),
  highsSolver(() => loadHighs({ locateFile: () => highsWasm })),
);

let opened: OpenCase | undefined;
/** The case at its own prices, and the corrections that `opened` is priced with. */
let prices: { readonly own: Basis["costs"]; readonly edits: CostEdits } | undefined;
/** Measures the plans that are looked at, one after the other. */
let measure: Meter = openMeter();
/** The latest list of each policy, to be priced anew. */
const listed = new Map<AssignmentPolicy, Consolidation>();

const answer = (message: FromWorker): void => self.postMessage(message);

const queue = new Queue();
let working = false;

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  queue.add(data);
  if (!working) void work();
});

/** One at a time; what arrives meanwhile is heard between two. */
async function work(): Promise<void> {
  working = true;
  for (let next = queue.next(); next; next = queue.next()) {
    await attempt(next);
    await hearing();
  }
  working = false;
}

const attempt = (message: ToWorker): Promise<void> =>
  handle(message).catch((error: unknown) => answer({ kind: "failed", reason: String(error) }));

/** Lets messages that have arrived into the queue. */
const hearing = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "open") {
    // What is told of the case is told in every language; without a pack's file English stands for it.
    await learn().catch(() => undefined);
    return open(message);
  }
  if (!opened) return answer({ kind: "failed", reason: "no case is open" });
  switch (message.kind) {
    case "share":
      return handOver(atOwnPrices(opened), message.to);
    case "keep":
      if ((await keepAnswer(message.name, message.answer, atOwnPrices(opened))) === "kept") answer({ kind: "kept" });
      return undefined;
    case "list":
      return list(opened, message);
    case "costs":
      return price(opened, message.costs);
    case "joined":
      return answerJoined(opened, message);
    case "effects":
      return answerEffects(opened, message.key, message.plan);
    case "detail":
      return answerDetail(opened, message.question);
    case "route":
      return answerRoute(opened.basis, message);
    case "ways": {
      const { municipality, travel } = opened.basis;
      return answer({ ...message, metres: unitWaysTo(municipality, travel, message.to, weighed(opened.basis)) });
    }
    case "stretch": {
      const { municipality, travel } = opened.basis;
      return answer({ ...message, stretch: stretchOf(municipality, travel.network, message.along) });
    }
    case "here": {
      const { answerHere } = await import("./here.ts");
      return answer({ kind: "here", ticket: message.ticket, answer: await answerHere(opened, message.question) });
    }
    case "repair":
      return answerRepair(opened.basis, message, { solver, measure, pause: hearing }, (step) =>
        answer({ kind: "repaired", ticket: message.ticket, step }),
      );
    case "ask": {
      const { answerAsk } = await import("./ask.ts");
      const tell = (step: AskStep): void => answer({ kind: "asked", ticket: message.ticket, step });
      return answerAsk(opened, message, solver, { pause: hearing, isStopped: stopSign(message.stop) }, tell);
    }
    case "wish": {
      const { answerWish } = await import("./wish.ts");
      const tell = (step: WishStep): void => answer({ kind: "wished", ticket: message.ticket, step });
      const watch = { pause: hearing, isSuperseded: () => queue.supersedes(message), rest: HAND_RESTS };
      return answerWish(opened, message, solver, watch, tell);
    }
  }
}

async function open(message: Extract<ToWorker, { kind: "open" }>): Promise<void> {
  opened = undefined;
  listed.clear();
  measure = openMeter();
  if ("from" in message) return begin(await handedCase(message.from));
  const kept = "kept" in message ? await keptCase(message.kept) : undefined;
  if (kept) {
    begin(kept);
    return answer({ kind: "ready" });
  }
  const started = performance.now();
  const tell = (step: OpeningStep): void => {
    if (performance.now() - started > QUICK) answer({ kind: "opening", step });
  };
  // The page stops an opening by ending its worker.
  const watch = { progress: tell, isStopped: () => false };
  const imported = importCase(await readGiven(message.files), { watch });
  if (!imported.value) return answer({ kind: "refused", problems: imported.issues.map(problemOf) });
  answer({ kind: "scenery", scenery: sceneryOf(imported.value.municipality) });
  tell("ways");
  const { value, issues } = openImported(imported.value);
  const all = [...imported.issues, ...issues];
  if (!value) return answer({ kind: "refused", problems: all.map(problemOf) });
  begin(value);
  const today = evaluatePlan(value.basis, value.basis.baseline);
  answer({ kind: "opened", view: caseViewOf(value, today, all) });
  return answer({ kind: "ready" });
}

/** As it was opened: whoever it is handed to has corrections told. */
const atOwnPrices = ({ basis, ...rest }: OpenCase): OpenCase => ({
  ...rest,
  basis: { ...basis, costs: prices?.own ?? basis.costs },
});

/** Opened here or in another of the page's workers. */
function begin(value: OpenCase): void {
  opened = value;
  prices = { own: value.basis.costs, edits: [] };
}

/** Prices touch no way and no class, so a list keeps its tallies and only the money is worked out again. */
function price({ basis, ...rest }: OpenCase, edits: CostEdits): void {
  if (!prices) return;
  prices = { ...prices, edits };
  opened = { ...rest, basis: { ...basis, costs: editedCosts(prices.own, edits) } };
  for (const [policy, before] of listed) {
    const repriced = repriceGroupings(opened.basis, before);
    listed.set(policy, repriced);
    answer({ kind: "repriced", repriced: repricedOf(opened.basis, repriced, rest.plans, textOfEdits(edits)) });
  }
}

async function list({ basis, plans }: OpenCase, { districts, policy, touching, ticket }: ListQuestion): Promise<void> {
  const started = performance.now();
  const outcome = await consolidate(basis, listQuestion(basis, districts, policy, touching), solver, {
    onProgress: (progress) => answer({ kind: "progress", ticket, progress }),
  });
  if (outcome.status === "failed") return answer({ ...outcome, kind: "failed" });
  if (outcome.status === "infeasible") return answer({ kind: "impossible", ticket, rules: outcome.conflict.rules });
  listed.set(policy, outcome.answer);
  const seconds = (performance.now() - started) / 1000;
  const costs = textOfEdits(prices?.edits ?? []);
  return answer({
    kind: "listed",
    ticket,
    list: planListOf(basis, outcome.answer, plans, { seconds, costs, said: textOfPairs(touching) }),
  });
}

const listQuestion = (
  { baseline }: Basis,
  districts: number,
  policy: AssignmentPolicy,
  touching: ListQuestion["touching"],
): ConsolidateQuestion => ({
  kind: "consolidate",
  districts,
  policy,
  contiguity: "ferry",
  touching: numberedPairs(touching, baseline.districts),
  rules: [],
});

async function answerJoined({ basis }: OpenCase, { key, policy, groups, touching }: JoinedQuestion): Promise<void> {
  const joined = await districtsJoined(basis, listQuestion(basis, groups.length, policy, touching), groups, solver);
  return answer(joined.status === "failed" ? { ...joined, kind: "failed" } : { kind: "joined", key, joined });
}

function answerEffects({ basis: own }: OpenCase, key: string, assumed: AssumedPlan): void {
  const basis = groundOf(own, assumed);
  const effects = effectsOf(basis, measure(basis, assumed.plan));
  const today = basis.today === own.today ? undefined : { values: evaluateToday(basis).values, drivers: basis.today };
  answer({ kind: "effects", key, effects: { ...effects, ...(today && { today }) } });
}

/** Step by step: what the page waits for comes between, and an answer that nobody waits for any more is given up. */
async function answerDetail(from: OpenCase, question: DetailQuestion): Promise<void> {
  if (question.about === "first") return answerFirst(question);
  const steps = await detailSteps(from, question);
  for (;;) {
    const step = steps.next();
    if (step.done) return answer({ kind: "detail", details: step.value });
    await hearing();
    for (let quick = queue.quick(); quick; quick = queue.quick()) await attempt(quick);
    if (queue.supersedes({ kind: "detail", question })) return undefined;
  }
}

/** Some seconds of linear programs: what is quick is answered between two of them. */
async function answerFirst(question: Extract<DetailQuestion, { about: "first" }>): Promise<void> {
  const pause = async (): Promise<"go on" | "stop"> => {
    await hearing();
    for (let quick = queue.quick(); quick; quick = queue.quick()) await attempt(quick);
    return queue.supersedes({ kind: "detail", question }) ? "stop" : "go on";
  };
  const found = await firstForAll(question.list, solver, pause);
  if (found.status === "solved")
    answer({ kind: "detail", details: { first: { key: question.key, answer: found.plans } } });
}

/** What few ask comes when it is first asked. */
async function detailSteps(
  from: OpenCase,
  question: Exclude<DetailQuestion, { about: "first" }>,
): Promise<Steps<Details>> {
  const { key } = question;
  const own = from.basis;
  const grounded = (each: AssumedPlan) => ({ basis: groundOf(own, each), plan: each.plan });
  if (question.about === "compare") {
    const { compareSteps } = await import("./compare.ts");
    return as(compareSteps(question.plans.map(grounded), question.base), (found) => ({
      compare: { key, answer: found },
    }));
  }
  if (question.about === "council") {
    const { councilSteps } = await import("./council.ts");
    return as(councilSteps(question.plans.map(grounded), question.counts), (found) => ({
      council: { key, answer: found },
    }));
  }
  if (question.about === "rests" || question.about === "claim") return claimDetails(own, question);
  const { about } = question;
  const basis = groundOf(own, question.plan);
  const { plan } = question.plan;
  switch (about) {
    case "buses":
      return as(
        atOnce(() => busesOf(basis, plan, question.longestRide)),
        (found) => ({ buses: { key, answer: found } }),
      );
    case "meaning":
      return as(meaningSteps(basis, plan, question.counts), (found) => ({ meaning: { key, answer: found } }));
    case "closing": {
      const { closingSteps } = await import("./council.ts");
      const steps = closingSteps(basis, plan, question.site, question.counts);
      return as(steps, (found) => ({ closing: { key, answer: found } }));
    }
    case "years":
      return as(yearsSteps(basis, plan), (found) => ({ years: { key, answer: found } }));
    case "known":
      return as(knownSteps(own, from), (found) => ({ known: { key, answer: found } }));
    case "pair":
      return as(pairingSteps(basis, plan, groundOf(own, question.against), question.against.plan), (found) => ({
        pair: { key, answer: found },
      }));
    default:
      return unreachable(about);
  }
}

type ClaimQuestion = Extract<DetailQuestion, { readonly about: "rests" | "claim" }>;

/** What a plan's money rests on, and what another figure in place of one of the case's would do. */
async function claimDetails(own: Basis, question: ClaimQuestion): Promise<Steps<Details>> {
  const { claimSteps, restsSteps } = await import("./claims.ts");
  const { key } = question;
  const grounded = (each: AssumedPlan) => ({ basis: groundOf(own, each), plan: each.plan });
  const plan = grounded(question.plan);
  if (question.about === "rests") return as(restsSteps(plan), (found) => ({ rests: { key, answer: found } }));
  const { claim, policy, against } = question;
  const latest = listed.get(policy);
  const around = { own, ...(latest && { list: latest }), ...(against && { against: grounded(against) }) };
  return as(claimSteps(plan, claim, around), (found) => ({ claim: { key, answer: found } }));
}

function* as<Found, Value>(steps: Steps<Found>, make: (found: Found) => Value): Steps<Value> {
  return make(yield* steps);
}

function* atOnce<Value>(compute: () => Value): Steps<Value> {
  yield;
  return compute();
}

function answerRoute(own: Basis, { unit, site, ...assumed }: Extract<ToWorker, { kind: "route" }>): void {
  const basis = groundOf(own, assumed);
  answer({ kind: "route", unit, site, ...routeFrom(basis, unit, site) });
}

/** The way from the middle of the unit, so that it tells nobody's home. */
function routeFrom({ municipality, travel }: Basis, unit: number, site: number): { readonly route?: DrawnRoute } {
  const { lon, lat } = municipality.units;
  const route = routeFromPlace(travel, { lon: lon[unit], lat: lat[unit] }, site);
  if (!route) return {};
  const coordinates = route.line.map((at) => [at.lon, at.lat]);
  return { route: { metres: route.metres, line: { type: "LineString", coordinates } } };
}
