import type { AssignmentPolicy } from "../../src/index.ts";
import type { CaseFileBytes, FromWorker, LateQuestion, PlanList, ToWorker } from "../worker/messages.ts";
import type { PlanRef } from "../worker/plan-ref.ts";
import { POLICIES } from "./choice.ts";
import { textOfEdits } from "./cost-edits.ts";
import type { KeptAnswer } from "./kept-answers.ts";
import { ABOUT } from "./late.ts";
import { OF_ONE_CASE } from "./link-check.ts";
import { LateAsker } from "./late-asker.ts";
import { chosenPlan, districtsAsked, effectsKey } from "./selectors.ts";
import type { Store } from "./store.ts";

/** Has the workers do what the state lacks: open the case, list the plans, put them in order, work out effects. */
export interface Desk {
  /** With what was kept of these files' answer, the page shows it at once and the worker follows when it is quiet. */
  readonly open: (files: readonly CaseFileBytes[], kept?: KeptAnswer) => void;
  readonly stop: (policy: AssignmentPolicy) => void;
  readonly start: (policy: AssignmentPolicy) => void;
  readonly askRoute: (unit: number, site: number) => void;
}

/** Left to the first picture before the worker starts on a case whose answer was kept. */
const QUIET_MILLISECONDS = 1500;

/** One worker for each policy, so that one can be stopped, and the other answers while it computes. */
type Hire = () => Worker;

export function startDesk(store: Store, hire: Hire): Desk {
  const desk = new WorkerDesk(store, hire);
  store.subscribe(() => desk.askWhatIsMissing());
  return desk;
}

class WorkerDesk implements Desk {
  readonly #store: Store;
  readonly #hire: Hire;
  #files: readonly CaseFileBytes[] = [];
  readonly #workers = new Map<AssignmentPolicy, Worker>();
  /** What has been asked for, so that nothing is asked twice. */
  #asked = new Set<string>();
  readonly #askers: readonly LateAsker[];
  /** The corrections that each worker has been told of, as the address writes them. */
  readonly #told = new Map<AssignmentPolicy, string>();

  constructor(store: Store, hire: Hire) {
    this.#store = store;
    this.#hire = hire;
    const ask = (question: LateQuestion): void => {
      const ofList = question.plan.from === "list" || (question.about === "pair" && question.against.from === "list");
      this.#post(ofList ? store.state().choice.policy : this.#idlePolicy(), { kind: "late", question });
    };
    this.#askers = ABOUT.map((about) => new LateAsker(store, about, ask));
  }

  readonly open = (files: readonly CaseFileBytes[], kept?: KeptAnswer): void => {
    for (const worker of this.#workers.values()) worker.terminate();
    this.#workers.clear();
    for (const asker of this.#askers) asker.forget();
    this.#asked = new Set();
    const isAnother = this.#files.length > 0;
    this.#files = files;
    this.#store.dispatch({ kind: "case", caseState: { status: "loading" } });
    // Plan numbers, corrections and names of districts belong to one case.
    if (isAnother) this.#store.dispatch({ kind: "choose", change: { ...OF_ONE_CASE, data: undefined } });
    if (kept) this.#show(kept);
    else this.#worker(this.#store.state().choice.policy);
  };

  #show({ scenery, view, list, effects: [key, effects] }: KeptAnswer): void {
    const { dispatch } = this.#store;
    const { policy, districts } = list;
    dispatch({ kind: "effects", key, effects });
    dispatch({ kind: "list", policy, listState: { status: "listed", districts, list } });
    dispatch({ kind: "case", caseState: { status: "open", scenery, view } });
    performance.mark("case-open");
    performance.mark("plans-listed");
    const files = this.#files;
    setTimeout(() => {
      if (this.#files === files) this.#worker(this.#store.state().choice.policy);
    }, QUIET_MILLISECONDS);
  }

  readonly stop = (policy: AssignmentPolicy): void => {
    const list = this.#store.state().lists[policy];
    this.#dismiss(policy);
    if (list.status === "solving")
      this.#store.dispatch({ kind: "list", policy, listState: { status: "stopped", districts: list.districts } });
  };

  #dismiss(policy: AssignmentPolicy): void {
    this.#workers.get(policy)?.terminate();
    this.#workers.delete(policy);
    for (const asker of this.#askers) asker.forget();
    this.#asked = new Set([...this.#asked].filter((asked) => !asked.startsWith(`${policy} `)));
  }

  readonly start = (policy: AssignmentPolicy): void => {
    this.#store.dispatch({ kind: "list", policy, listState: { status: "idle" } });
  };

  readonly askRoute = (unit: number, site: number): void => {
    this.#store.dispatch({ kind: "route", route: { unit, site } });
    this.#post(this.#idlePolicy(), { kind: "route", unit, site });
  };

  readonly askWhatIsMissing = (): void => {
    const state = this.#store.state();
    const districts = districtsAsked(state);
    if (districts === undefined) return;
    for (const hired of this.#workers.keys()) this.#tellCosts(hired);
    const { policy } = state.choice;
    const list = state.lists[policy];
    if (list.status === "idle" || list.districts !== districts) {
      if (list.status === "solving") this.#dismiss(policy);
      this.#store.dispatch({ kind: "list", policy, listState: { status: "solving", districts } });
      this.#post(policy, { kind: "list", districts, policy });
      return;
    }
    const plan = chosenPlan(state);
    if (plan) this.#askEffects(plan);
    for (const asker of this.#askers) asker.askWhatIsMissing();
  };

  #askEffects(plan: PlanRef): void {
    const state = this.#store.state();
    const key = effectsKey(state, plan);
    if (state.effects.has(key)) return;
    const policy = plan.from === "list" ? state.choice.policy : this.#idlePolicy();
    this.#once(`${policy} effects ${key}`, policy, { kind: "effects", key, plan });
  }

  #tellCosts(policy: AssignmentPolicy): void {
    const { costs } = this.#store.state().choice;
    const text = textOfEdits(costs);
    if ((this.#told.get(policy) ?? "") === text) return;
    this.#told.set(policy, text);
    this.#post(policy, { kind: "costs", costs });
  }

  /** A question that is answered is forgotten again, so that what was dropped meanwhile can be asked for anew. */
  #once(name: string, policy: AssignmentPolicy, message: ToWorker): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    this.#post(policy, message);
  }

  #post(policy: AssignmentPolicy, message: ToWorker): void {
    this.#worker(policy).postMessage(message);
  }

  /** A policy whose worker is at work on nothing long; any knows the case. */
  #idlePolicy(): AssignmentPolicy {
    const { lists, choice } = this.#store.state();
    const hired = POLICIES.filter((policy) => this.#workers.has(policy));
    return hired.find((policy) => lists[policy].status !== "solving") ?? hired[0] ?? choice.policy;
  }

  #worker(policy: AssignmentPolicy): Worker {
    const known = this.#workers.get(policy);
    if (known) return known;
    const worker = this.#hire();
    this.#workers.set(policy, worker);
    this.#told.delete(policy);
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(policy, data));
    worker.addEventListener("error", (event) => this.#hear(policy, { kind: "failed", reason: event.message || "" }));
    worker.postMessage({ kind: "open", files: this.#files } satisfies ToWorker);
    this.#tellCosts(policy);
    // A list that was kept is there before its worker, which has to make it to be asked about it.
    const list = this.#store.state().lists[policy];
    if (list.status === "listed")
      worker.postMessage({ kind: "list", districts: list.districts, policy } satisfies ToWorker);
    return worker;
  }

  #hear(policy: AssignmentPolicy, message: FromWorker): void {
    const { dispatch, state } = this.#store;
    const { caseState, lists } = state();
    const list = lists[policy];
    const districts = list.status === "idle" ? 0 : list.districts;
    switch (message.kind) {
      case "scenery":
        if (caseState.status === "loading") dispatch({ kind: "case", caseState: { status: "loading", ...message } });
        return;
      case "opened":
        // A worker hired later opens the same case again.
        if (caseState.status !== "loading" || !caseState.scenery) return;
        performance.mark("case-open");
        dispatch({ kind: "case", caseState: { status: "open", scenery: caseState.scenery, view: message.view } });
        return;
      case "refused":
        dispatch({ kind: "case", caseState: { status: "refused", problems: message.problems } });
        return;
      case "progress":
        if (list.status !== "solving") return;
        dispatch({ kind: "list", policy, listState: { status: "solving", districts, progress: message.progress } });
        return;
      case "listed":
        performance.mark("worker-ready");
        if (list.status === "listed" && isSame(list.list, message.list)) return;
        performance.mark("plans-listed");
        dispatch({ kind: "list", policy, listState: { status: "listed", districts, list: message.list } });
        return;
      case "repriced":
        if (list.status !== "listed" || list.districts !== message.repriced.districts) return;
        performance.mark("repriced");
        dispatch({
          kind: "list",
          policy,
          listState: { status: "listed", districts, list: { ...list.list, ...message.repriced } },
        });
        return;
      case "impossible":
        dispatch({ kind: "list", policy, listState: { status: "impossible", districts, rules: message.rules } });
        return;
      case "effects":
        this.#asked.delete(`${policy} effects ${message.key}`);
        dispatch({ kind: "effects", key: message.key, effects: message.effects });
        return;
      case "late":
        dispatch(message);
        return;
      case "route":
        this.#hearRoute(message);
        return;
      case "failed":
        if (caseState.status === "open")
          dispatch({ kind: "list", policy, listState: { status: "failed", districts, reason: message.reason } });
        else dispatch({ kind: "case", caseState: { status: "failed", reason: message.reason } });
    }
  }

  #hearRoute({ unit, site, route }: Extract<FromWorker, { kind: "route" }>): void {
    const asked = this.#store.state().route;
    if (asked?.unit === unit && asked.site === site)
      this.#store.dispatch({ kind: "route", route: { unit, site, route: route ?? "none" } });
  }
}

/** A list that was kept, made again by its worker. */
const isSame = (shown: PlanList, made: PlanList): boolean =>
  shown.districts === made.districts && shown.costs === made.costs;
