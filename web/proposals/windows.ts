import type { Step } from "./history.ts";
import type { Kept } from "./storage.ts";

/** What windows of one browser tell each other, so that none works on a proposal as it was. */
export type WindowMessage =
  | { readonly kind: "begun"; readonly kept: Kept }
  | {
      readonly kind: "step";
      readonly id: string;
      /** One or more, each made after the one before it. */
      readonly steps: readonly Step[];
      /** Whoever goes back and does something else has left what was there, and it stays left. */
      readonly after: "all it knew" | "a step gone back to";
    }
  | { readonly kind: "named"; readonly id: string; readonly step: string; readonly name: string }
  | { readonly kind: "removed"; readonly id: string }
  /** Removed elsewhere, but drawn on here: it stays. */
  | { readonly kind: "stays"; readonly kept: Kept };

export interface Windows {
  readonly tell: (told: WindowMessage) => void;
  readonly hear: (listener: (told: WindowMessage) => void) => void;
}

export function otherWindows(): Windows {
  const channel = new BroadcastChannel("skoledistrikt-proposals");
  return {
    tell: (told) => channel.postMessage(told),
    hear: (listener) => channel.addEventListener("message", ({ data }: MessageEvent<WindowMessage>) => listener(data)),
  };
}
