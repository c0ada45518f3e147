import { ADDRESSES_FILE, type AssignmentPolicy } from "../../src/index.ts";
import type { CaseFileBytes, FromWorker, ToWorker, WishQuestion, WishStep } from "../worker/messages.ts";
import { AskDesk } from "./ask-desk.ts";
import { POLICIES } from "./choice.ts";
import { chosenDocument, effectsKey } from "./chosen.ts";
import { textOfEdits } from "../worker/cost-edits.ts";
import { DUTIES, type Duty, LATER_DUTIES } from "./duties.ts";
import type { Fault } from "./fault.ts";
import { hearFailure, hearOfList, hearPrices, hearRoute, type Listing } from "./heard.ts";
import { HereDesk } from "./here-desk.ts";
import { handedCase } from "../worker/hand-over.ts";
import { HiredWorker } from "./hired-worker.ts";
import type { Kept } from "./kept-answers.ts";
import { effectsLacking } from "./effects-lacking.ts";
import { ABOUT } from "./detail.ts";
import type { CaseBefore } from "./case-before.ts";
import { DetailAsker } from "./detail-asker.ts";
import { OF_ONE_CASE } from "./link-check.ts";
import { joinedLacking } from "./joined-lacking.ts";
import { textOfPairs } from "../worker/pair-edits.ts";
import { placeKey } from "./plan-sites.ts";
import { assumed } from "./plans.ts";
import { districtsAsked } from "./selectors.ts";
import { stretchesInView, stretchKey } from "./stretches.ts";
import { RepairDesk } from "./repair-desk.ts";
import type { Store } from "./store.ts";
import type { Workers } from "./workers.ts";

/** Left to the first picture before the workers start on a case whose answer was kept, milliseconds. */
const QUIET = 1500;

type Hire = () => Worker;

export function startWorkers(store: Store, hire: Hire): Workers {
  const workers = new PageWorkers(store, hire);
  store.subscribe(() => workers.askWhatIsMissing());
  return workers;
}

class PageWorkers implements Workers {
  readonly #store: Store;
  readonly #hire: Hire;
  #files: readonly CaseFileBytes[] = [];
  /** Whether the worker that measures has the case open, for all the others. */
  #isReady = false;
  #kept: Kept | undefined;
  #before: CaseBefore | undefined;
  /** Told how the opening that is on its way ended. */
  #opening: ReturnType<Workers["opening"]> = Promise.resolve("not opened");
  #endOpening: (how: "opened" | "not opened") => void = () => undefined;
  readonly #workers = new Map<Duty, HiredWorker>();
  readonly #askers: readonly (readonly [duty: Duty, asker: DetailAsker])[];
  /** The corrections that each worker has been told of, as the address writes them. */
  readonly #pricedAt = new Map<Duty, string>();
  #ticket = 0;
  /** Lists that the solving worker is at or has made: it prices them anew. */
  #listings: readonly Listing[] = [];
  /** Whoever waits to hear about wishes, by what. */
  readonly #wishing = new Map<
    WishQuestion["about"],
    { readonly ticket: number; readonly hear: (step: WishStep) => void }
  >();
  /** New schools and stretches whose ways are on their way, by place, and plans named by what they join. */
  readonly #finding = new Set<string>();
  /** The plan whose effects are on their way. */
  #measuring: string | undefined;

  constructor(store: Store, hire: Hire) {
    this.#store = store;
    this.#hire = hire;
    this.#askers = ABOUT.map((about) => {
      // What a claim does to the list is known where the list is made.
      const duty = about === "claim" ? "solve" : "measure";
      return [duty, new DetailAsker(store, about, (question) => this.#post(duty, { kind: "detail", question }))];
    });
  }

  readonly #hereDesk = new HereDesk((message) => this.#post("here", message));
  /** Fetches the case's addresses, where they are not among its files. */
  #fetchAddresses: Workers["addressFiles"] | undefined;

  readonly askHere: Workers["askHere"] = this.#hereDesk.ask;

  readonly addressFiles = async (): Promise<readonly CaseFileBytes[]> => [
    ...this.#files.filter(({ path }) => path === "case.json" || path === ADDRESSES_FILE),
    ...((await this.#fetchAddresses?.()) ?? []),
  ];

  readonly caseFiles = async (): Promise<readonly CaseFileBytes[]> => [
    ...this.#files,
    ...((await this.#fetchAddresses?.()) ?? []),
  ];

  readonly handOver: Workers["handOver"] = () => (this.#isReady ? this.#workers.get("measure")?.share() : undefined);

  readonly opened: Workers["opened"] = async () => {
    const port = this.handOver();
    return port && handedCase(port);
  };

  readonly keep: Workers["keep"] = (name, answer) => this.#post("measure", { kind: "keep", name, answer });

  readonly open: Workers["open"] = (files, kept, fetchAddresses) => {
    this.#setAside();
    this.#endOpening("not opened");
    this.#opening = new Promise((resolve) => {
      this.#endOpening = resolve;
    });
    for (const duty of [...DUTIES, ...LATER_DUTIES]) this.#dismiss(duty);
    const isAnother = this.#files.length > 0;
    this.#files = files;
    this.#isReady = false;
    this.#kept = kept;
    this.#fetchAddresses = fetchAddresses;
    this.#store.dispatch({ kind: "case", caseState: { status: "loading" } });
    // Plan numbers, corrections and names of districts belong to one case.
    if (isAnother) this.#store.dispatch({ kind: "choose", change: { ...OF_ONE_CASE, data: undefined } });
    if (kept) this.#show(kept.answer);
    else for (const duty of DUTIES) this.#worker(duty);
  };

  readonly opening: Workers["opening"] = () => this.#opening;

  readonly isAnotherOpen = (): boolean => this.#before !== undefined;

  readonly stopOpening = (): void => {
    const before = this.#before;
    const { dispatch } = this.#store;
    if (!before || this.#store.state().caseState.status !== "loading") return;
    for (const duty of [...DUTIES, ...LATER_DUTIES]) this.#dismiss(duty);
    this.#endOpening("not opened");
    this.#files = before.files;
    this.#kept = before.kept;
    this.#fetchAddresses = before.fetchAddresses;
    this.#before = undefined;
    if (before.measurer) this.#workers.set("measure", before.measurer);
    this.#isReady = before.isReady;
    this.#pricedAt.set("measure", before.pricedAt);
    const { choice, caseState, lists } = before.state;
    dispatch({ kind: "arrived", choice, faults: [] });
    for (const policy of POLICIES)
      if (lists[policy].status === "listed") dispatch({ kind: "list", policy, listState: lists[policy] });
    dispatch({ kind: "case", caseState });
    for (const duty of DUTIES) this.#worker(duty);
  };

  /** What is open now, to go back to until another case is; the worker that has it goes on with it alone. */
  #setAside(): void {
    const state = this.#store.state();
    this.#letBeforeGo();
    if (state.caseState.status !== "open") return;
    const measurer = this.#workers.get("measure");
    this.#workers.delete("measure");
    this.#before = {
      files: this.#files,
      measurer,
      pricedAt: this.#pricedAt.get("measure") ?? "",
      isReady: this.#isReady,
      kept: this.#kept,
      fetchAddresses: this.#fetchAddresses,
      state,
    };
  }

  /**
   * One that was set aside with its case still answers what it was asked, which nobody waits for any more; where it breaks, whoever goes
   * back has the case opened anew.
   */
  #hearSetAside(hired: HiredWorker, heard: FromWorker["kind"] | "broken"): void {
    if (this.#before?.measurer !== hired) return;
    if (heard === "ready") this.#before = { ...this.#before, isReady: true };
    if (heard === "broken") this.#before = { ...this.#before, measurer: undefined, isReady: false };
  }

  /** Nobody can go back to what was open before. */
  #letBeforeGo(): void {
    this.#before?.measurer?.end();
    this.#before = undefined;
  }

  #show({ scenery, view, list, effects: [key, effects] }: Kept["answer"]): void {
    const { dispatch } = this.#store;
    const { policy, districts } = list;
    dispatch({ kind: "effects", key, effects });
    dispatch({ kind: "list", policy, listState: { status: "listed", districts, list } });
    dispatch({ kind: "case", caseState: { status: "open", scenery, view } });
    performance.mark("case-open");
    performance.mark("plans-listed");
    this.#letBeforeGo();
    this.#endOpening("opened");
    const files = this.#files;
    setTimeout(() => {
      if (this.#files === files) this.#worker("measure");
    }, QUIET);
  }

  readonly stop = (policy: AssignmentPolicy): void => {
    const list = this.#store.state().lists[policy];
    if (list.status !== "solving") return;
    this.#dismiss("solve");
    this.#store.dispatch({ kind: "list", policy, listState: { status: "stopped", districts: list.districts } });
  };

  readonly start = (policy: AssignmentPolicy): void => {
    this.#store.dispatch({ kind: "list", policy, listState: { status: "idle" } });
  };

  readonly askRoute = (unit: number, site: number): void => {
    this.#store.dispatch({ kind: "route", route: { unit, site } });
    const sites = chosenDocument(this.#store.state())?.sites;
    this.#post("measure", { kind: "route", unit, site, ...(sites && { sites }) });
  };

  readonly #repairDesk = new RepairDesk(
    (until, message) => this.#post(until === "quick" ? "measure" : "finish", message),
    () => this.#dismiss("finish"),
  );

  readonly repair: Workers["repair"] = this.#repairDesk.ask;

  readonly stopRepair = this.#repairDesk.stop;

  readonly askWish: Workers["askWish"] = (question, hear) => {
    const ticket = ++this.#ticket;
    this.#wishing.set(question.about, { ticket, hear });
    this.#post("wish", { kind: "wish", ticket, ...question });
  };

  readonly #askDesk = new AskDesk(
    (message) => this.#post("ask", message),
    () => this.#dismiss("ask"),
  );

  readonly ask: Workers["ask"] = this.#askDesk.ask;

  readonly stopAsking = this.#askDesk.stop;

  readonly askWhatIsMissing = (): void => {
    const state = this.#store.state();
    const districts = districtsAsked(state);
    if (districts === undefined) return;
    const { policy, costs } = state.choice;
    const list = state.lists[policy];
    // A list that was kept gets other prices from the worker that makes it anew: begun as soon as anybody looks at prices.
    const isKept = list.status === "listed" && list.list.costs !== textOfEdits(costs);
    if (state.dialog === "costs" || state.dialog === "rests" || isKept) this.#worker("solve");
    for (const hired of this.#workers.keys()) this.#tellCosts(hired);
    const isOther = list.status === "listed" && list.list.said !== textOfPairs(state.choice.touching);
    if (list.status === "idle" || list.districts !== districts || isOther) {
      if (this.#giveUpListing()) return;
      this.#store.dispatch({ kind: "list", policy, listState: { status: "solving", districts } });
      this.#askList(policy, districts);
      return;
    }
    this.#askJoined();
    this.#askWays();
    this.#askEffects();
    for (const [, asker] of this.#askers) asker.askWhatIsMissing();
  };

  /**
   * Ends the list that is being made, since a newer one is wished for; it is made again when it is asked for again. Says whether
   * there was one: the state without it has been looked at by then.
   */
  #giveUpListing(): boolean {
    const { lists } = this.#store.state();
    const solving = POLICIES.find((policy) => lists[policy].status === "solving");
    if (solving === undefined) return false;
    this.#dismiss("solve");
    this.#store.dispatch({ kind: "list", policy: solving, listState: { status: "idle" } });
    return true;
  }

  #askList(policy: AssignmentPolicy, districts: number): void {
    const ticket = ++this.#ticket;
    const worker = this.#worker("solve");
    this.#listings = [...this.#listings.filter((other) => other.policy !== policy), { ticket, policy, districts }];
    const { touching } = this.#store.state().choice;
    worker.post({ kind: "list", ticket, districts, policy, touching });
  }

  /** Plans that the choice names by what they join, where no list in view has them. */
  #askJoined(): void {
    const state = this.#store.state();
    for (const question of joinedLacking(state)) this.#find(question.key, state.joined, question);
  }

  /** How far it is to the new schools of the plan in view, and along which roads its dangerous stretches run. */
  #askWays(): void {
    const state = this.#store.state();
    for (const { lon, lat } of chosenDocument(state)?.sites?.newSites ?? [])
      this.#find(placeKey({ lon, lat }), state.newWays, { kind: "ways", to: { lon, lat } });
    for (const along of stretchesInView(state))
      this.#find(stretchKey(along), state.stretches, { kind: "stretch", along });
  }

  /** Asks once for what is neither known nor on its way. */
  #find(key: string, known: ReadonlyMap<string, unknown>, question: ToWorker): void {
    if (known.has(key) || this.#finding.has(key)) return;
    this.#finding.add(key);
    this.#post("measure", question);
  }

  #askEffects(): void {
    const state = this.#store.state();
    const lacking = effectsLacking(state, this.#workers.has("measure") ? "there" : "not started");
    if (!lacking) return;
    const key = effectsKey(state, lacking);
    if (this.#measuring === key) return;
    this.#measuring = key;
    this.#post("measure", { kind: "effects", key, plan: assumed(lacking) });
  }

  #tellCosts(duty: Duty): void {
    const { costs } = this.#store.state().choice;
    const text = textOfEdits(costs);
    if ((this.#pricedAt.get(duty) ?? "") === text) return;
    this.#pricedAt.set(duty, text);
    this.#post(duty, { kind: "costs", costs });
  }

  #post(duty: Duty, message: ToWorker): void {
    this.#worker(duty).post(message);
  }

  #dismiss(duty: Duty): void {
    this.#workers.get(duty)?.end();
    this.#workers.delete(duty);
    for (const [asked, asker] of this.#askers) if (asked === duty) asker.forget();
    if (duty === "solve") this.#listings = [];
    if (duty === "finish") this.#repairDesk.forget("proven");
    if (duty === "wish") this.#wishing.clear();
    if (duty === "ask") this.#askDesk.forget();
    if (duty === "here") this.#hereDesk.breakOff();
    if (duty === "measure") {
      this.#repairDesk.forget("quick");
      this.#measuring = undefined;
      this.#finding.clear();
    }
  }

  #worker(duty: Duty): HiredWorker {
    const known = this.#workers.get(duty);
    if (known) return known;
    const worker = this.#hire();
    const hired = new HiredWorker(worker);
    this.#workers.set(duty, hired);
    this.#pricedAt.delete(duty);
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (this.#workers.get(duty) !== hired) return this.#hearSetAside(hired, data.kind);
      if (data.kind === "failed") this.#hearBroken(duty, data);
      else this.#hear(data);
    });
    worker.addEventListener("error", ({ message }) => {
      if (this.#workers.get(duty) === hired) this.#hearBroken(duty, { reason: message || "" });
      else this.#hearSetAside(hired, "broken");
    });
    this.#giveCase(duty, hired);
    this.#tellCosts(duty);
    if (duty === "solve") this.#listAgain();
    return hired;
  }

  /** The worker that measures opens the files, unless what it made of them was kept; every other gets the case from there. */
  #giveCase(duty: Duty, worker: HiredWorker): void {
    const [files, kept] = [this.#files, this.#kept?.name];
    if (duty === "measure") worker.open(kept === undefined ? { kind: "open", files } : { kind: "open", kept, files });
    else if (!this.#isReady) this.#worker("measure");
    else this.#share(worker);
  }

  #share(worker: HiredWorker): void {
    const from = worker.hasCase ? undefined : this.handOver();
    if (from) worker.open({ kind: "open", from });
  }

  /** Lists that are shown have to be made by their worker before it can price them anew. */
  #listAgain(): void {
    const { lists } = this.#store.state();
    for (const policy of POLICIES) {
      const list = lists[policy];
      if (list.status === "listed") this.#askList(policy, list.districts);
    }
  }

  #hear(message: Exclude<FromWorker, { kind: "failed" }>): void {
    const { dispatch, state } = this.#store;
    const { caseState } = state();
    switch (message.kind) {
      case "opening":
        if (caseState.status === "loading") dispatch({ kind: "case", caseState: { ...caseState, step: message.step } });
        return;
      case "scenery":
        if (caseState.status === "loading")
          dispatch({ kind: "case", caseState: { ...caseState, scenery: message.scenery } });
        return;
      case "ready":
        this.#isReady = true;
        for (const worker of this.#workers.values()) this.#share(worker);
        performance.mark("worker-ready");
        return;
      case "kept":
        performance.mark("answer-kept");
        return;
      case "opened":
        // What was kept is shown already.
        if (caseState.status !== "loading" || !caseState.scenery) return;
        performance.mark("case-open");
        this.#letBeforeGo();
        dispatch({ kind: "case", caseState: { status: "open", scenery: caseState.scenery, view: message.view } });
        this.#endOpening("opened");
        return;
      case "refused":
        this.#letBeforeGo();
        this.#endOpening("not opened");
        return dispatch({ kind: "case", caseState: { status: "refused", problems: message.problems } });
      case "progress":
      case "listed":
      case "impossible": {
        // What is said of a list that nobody asks for any more is not heard.
        const listing = this.#listings.find(({ ticket }) => ticket === message.ticket);
        if (listing) hearOfList(this.#store, listing, message);
        return;
      }
      case "repriced":
        return hearPrices(this.#store, message.repriced);
      case "joined":
        this.#finding.delete(message.key);
        dispatch(message);
        return;
      case "effects":
        if (this.#measuring === message.key) this.#measuring = undefined;
        dispatch({ kind: "effects", key: message.key, effects: message.effects });
        return;
      case "detail":
        dispatch(message);
        return;
      case "ways":
        this.#finding.delete(placeKey(message.to));
        dispatch({ kind: "ways", place: placeKey(message.to), metres: message.metres });
        return;
      case "stretch":
        this.#finding.delete(stretchKey(message.along));
        dispatch(message);
        return;
      case "repaired":
        return this.#repairDesk.hear(message);
      case "asked":
        return this.#askDesk.hear(message);
      case "wished":
        for (const { ticket, hear } of this.#wishing.values()) if (ticket === message.ticket) hear(message.step);
        return;
      case "here":
        return this.#hereDesk.hear(message);
      case "route":
        hearRoute(this.#store, message);
    }
  }

  /** Whoever waits for a worker of its own that broke off is told so, and the next question goes to a new one. */
  #hearBroken(duty: Duty, fault: Fault): void {
    if (duty === "measure" || duty === "solve") return hearFailure(this.#store, fault);
    const waiting = {
      ask: this.#askDesk.waiting(),
      finish: this.#repairDesk.waiting("proven"),
      wish: undefined,
      here: undefined,
    }[duty];
    const wishes = duty === "wish" ? [...this.#wishing] : [];
    this.#dismiss(duty);
    waiting?.hear({ status: "failed", reason: fault.reason });
    for (const [about, { hear }] of wishes) hear({ status: about === "price" ? "unpriced" : "unknown" });
  }
}
