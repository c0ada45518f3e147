import type { MeasuredAssumption } from "../../../src/index.ts";

/** What every form of an assumption is given. */
export interface FormProps<Kind extends MeasuredAssumption["kind"]> {
  /** What it changes; absent: it adds one. */
  readonly known?: { readonly id: string; readonly was: MeasuredAssumption & { readonly kind: Kind } } | undefined;
  /** Adds or changes it, if that can be assumed; whether it could. */
  readonly onKeep: (assumption: MeasuredAssumption) => boolean;
  readonly onCancel: () => void;
}
