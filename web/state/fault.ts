import { catalogue, type StopReason, type Text } from "../../src/index.ts";

/**
 * What went wrong, as far as it can be told: the browser did not let a worker start; nobody answered; a file is not there; the answer
 * was an error or no file of the kind; memory ran out; a fault of the program; or the search ended with nothing in hand.
 */
export type FaultKind = "blocked" | "unreachable" | "missing" | "answered" | "memory" | "program" | StopReason;

/** What went wrong, for people and for those who mend it. */
export interface Fault {
  /** In the words of the browser or the program; "" where they have none. */
  readonly reason: string;
  /** Where it is known from more than those words. */
  readonly why?: FaultKind;
}

/** What a browser's or a solver's own words for a fault tell of it. A worker that may not start says nothing of why. */
export function faultOf(reason: string): FaultKind {
  if (reason === "") return "blocked";
  return /memory|allocat|out of bounds/i.test(reason) ? "memory" : "program";
}

/** Where nobody waited for what failed, and no place of its own says more. */
export const FAILED: Text = catalogue("web.fault.failed", {
  da: "Noget lykkedes ikke. Prøv igen; hjælper det ikke, så hent siden igen. Det, der er tegnet, er gemt.",
  en: "Something did not work. Try again; if that does not help, fetch the page again. What was drawn is kept.",
});

/** A file that could not be fetched. */
export class NotFetched extends Error {
  readonly kind: Extract<FaultKind, "unreachable" | "missing" | "answered">;

  constructor(kind: NotFetched["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A thrown error as it is told to people, and in its own words. */
export const toldOf = (error: unknown): { readonly why: FaultKind; readonly reason: string } => ({
  why: error instanceof NotFetched ? error.kind : faultOf(String(error)),
  reason: error instanceof Error ? error.message : String(error),
});
