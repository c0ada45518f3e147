import type { PlanRef } from "../worker/messages.ts";
import { busesKey, chosenPlan } from "./selectors.ts";
import type { Store } from "./store.ts";

/** Plans walked through faster than this are not routed, milliseconds. */
const BEFORE_ROUTING = 150;

export type AskBuses = (key: string, plan: PlanRef, longestRide: number) => void;

/** Asks for the school buses that are to be shown, once a plan has been looked at for a moment. */
export class BusAsker {
  readonly #store: Store;
  readonly #ask: AskBuses;
  #waiting: { readonly key: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(store: Store, ask: AskBuses) {
    this.#store = store;
    this.#ask = ask;
  }

  askWhatIsMissing(): void {
    const state = this.#store.state();
    const key = busesKey(state);
    if (key === this.#waiting?.key) return;
    this.forget();
    const plan = chosenPlan(state);
    const { buses: longestRide } = state.choice;
    if (key === undefined || longestRide === undefined || !plan || state.buses?.key === key) return;
    this.#waiting = { key, timer: setTimeout(() => this.#ask(key, plan, longestRide), BEFORE_ROUTING) };
  }

  heard(key: string): void {
    if (this.#waiting?.key === key) this.#waiting = undefined;
  }

  forget(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }
}
