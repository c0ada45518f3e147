import type { AssignmentPolicy, OpenCase } from "../../src/index.ts";
import type {
  AskQuestion,
  AskStep,
  CaseFileBytes,
  RepairQuestion,
  RepairStep,
  WishQuestion,
  WishStep,
} from "../worker/messages.ts";
import type { HereAnswer, HereQuestion } from "../worker/here-messages.ts";
import type { KeptAnswer } from "../worker/kept-store.ts";
import type { Kept } from "./kept-answers.ts";

/** Has the workers do what the state lacks: open the case, list the plans, work out effects. */
export interface Workers {
  /** With what was kept of these files' answer, the page shows it at once and the workers follow when it is quiet. */
  readonly open: (
    files: readonly CaseFileBytes[],
    kept?: Kept,
    fetchAddresses?: () => Promise<readonly CaseFileBytes[]>,
  ) => void;
  /** How the opening that was begun last ends: given up, refused and begun anew alike are "not opened". */
  readonly opening: () => Promise<"opened" | "not opened">;
  /** Whether a case was open when the one that is on its way was asked for. */
  readonly isAnotherOpen: () => boolean;
  /** Gives up the case that is on its way: the one before it is there again as it was. */
  readonly stopOpening: () => void;
  /** A port on which the case comes as a worker opened it, for a worker of somebody's own; undefined while none has. */
  readonly handOver: () => MessagePort | undefined;
  /** The case itself, for what a single press asks: a large one takes the page's thread some seconds. Undefined while no worker has opened it. */
  readonly opened: () => Promise<OpenCase | undefined>;
  /** Keeps the page's first answer under a name, and the case that it is of, in place of any before. */
  readonly keep: (name: string, answer: KeptAnswer) => void;
  readonly stop: (policy: AssignmentPolicy) => void;
  readonly start: (policy: AssignmentPolicy) => void;
  readonly askRoute: (unit: number, site: number) => void;
  /** Asks about a place; of each kind of question only the latest is answered. */
  readonly askHere: (question: HereQuestion, hear: (answer: HereAnswer) => void) => void;
  /** The files of the case that its addresses are read from, fetched whole where they were not yet. */
  readonly addressFiles: () => Promise<readonly CaseFileBytes[]>;
  /** All files of the case, its addresses fetched where they were not yet. */
  readonly caseFiles: () => Promise<readonly CaseFileBytes[]>;
  /** Completes a plan around what is locked. Only the latest question of each kind is answered. */
  readonly repair: (question: Omit<RepairQuestion, "kind" | "ticket">, hear: (step: RepairStep) => void) => void;
  readonly stopRepair: () => void;
  /** Asks the optimiser; the question asked before, if it is still searched, is given up. */
  readonly ask: (question: Omit<AskQuestion, "kind" | "ticket" | "stop">, hear: (step: AskStep) => void) => void;
  /** Whether a drawn plan can be finished, or what a lock costs; of each only the latest question is answered. */
  readonly askWish: (question: Asked<WishQuestion>, hear: (step: WishStep) => void) => void;
  /** Ends the search; what it has found so far is its answer. */
  readonly stopAsking: () => void;
}

/** A question as it is put to the workers, each member of a union by itself. */
type Asked<Question> = Question extends unknown ? Omit<Question, "kind" | "ticket"> : never;
