import type { Assumption } from "../../../src/index.ts";

/** What every form of an assumption is given. */
export interface FormProps<Kind extends Assumption["kind"]> {
  /** What it changes; absent: it adds one. */
  readonly known?: { readonly id: string; readonly was: Assumption & { readonly kind: Kind } } | undefined;
  /** Adds or changes it, if that can be assumed; whether it could. */
  readonly onKeep: (assumption: Assumption) => boolean;
  readonly onCancel: () => void;
}
