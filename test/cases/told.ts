import { DANISH_KRONER } from "../../src/domain/currency.ts";
import type { HowTold } from "../../src/report/shown-measures.ts";

/** Made-up pupils, in Danish kroner. */
export const EXACTLY: HowTold = { counts: "exactly", currency: DANISH_KRONER };
