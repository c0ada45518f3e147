import type { Published } from "../../src/index.ts";
import type { CaseFileBytes } from "./messages.ts";

/** To the worker that makes a published case of a case's files. */
export interface ToPublishWorker {
  readonly files: readonly CaseFileBytes[];
  readonly seed: number;
}

export type FromPublishWorker =
  /** The case folder, packed. */
  | {
      readonly kind: "published";
      readonly zip: Uint8Array<ArrayBuffer>;
      readonly published: Published;
      readonly leftOut: readonly string[];
    }
  | { readonly kind: "failed"; readonly reason: string };
