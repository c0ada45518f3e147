import type { TablesQuestion } from "./tables-messages.ts";
import type { CouncilMap, Language, paperFile, Said } from "../../src/index.ts";

/** A page, a Word file, a table of all figures, or the file that they are worked out anew from. */
export type PaperKind = "page" | "word" | "figures" | "check";

/** To the worker that makes one paper: first what its figures are of, then how it is to be written. */
export type ToPaperWorker =
  /** Before all else: the case comes on a port. */
  | { readonly kind: "open"; readonly from: MessagePort }
  | TablesQuestion
  | { readonly kind: "figures"; readonly request: Parameters<typeof paperFile>[1] }
  | {
      readonly kind: "write";
      readonly as: PaperKind;
      readonly language: Language;
      readonly maps: ReadonlyMap<string, CouncilMap>;
    };

export type FromPaperWorker =
  /** `alternatives`: the ids that they have in the paper, in the order that was asked for. */
  | { readonly kind: "measured"; readonly title: Said; readonly alternatives: readonly string[] }
  | { readonly kind: "written"; readonly content: string | Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly reason: string };
