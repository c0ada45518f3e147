import { useSyncExternalStore } from "react";
import type { Draft } from "../../../src/index.ts";
import type { PriceView } from "../../worker/messages.ts";

/** The price that was asked for last: of which wish in which draft; no view while it is worked out. */
interface AskedPrice {
  readonly draft: Draft;
  readonly key: string;
  readonly view?: PriceView;
}

let now: AskedPrice | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The lists of locks and of places ask, and the map shows who bears it. */
export function setPrice(price: AskedPrice | undefined): void {
  now = price;
  for (const listener of listeners) listener();
}

/** Takes the price of one wish away, where it is that which is shown. */
export function leavePrice(key: string): void {
  if (now?.key === key) setPrice(undefined);
}

/** Of the draft as it stands; a price is not one of what has been drawn since. */
export function usePrice(draft: Draft | undefined): AskedPrice | undefined {
  const price = useSyncExternalStore(subscribe, () => now);
  return price?.draft === draft ? price : undefined;
}
