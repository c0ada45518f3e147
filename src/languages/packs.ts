import type { Pack } from "./pack.ts";

/** The languages beside Danish and English by their code, such as `de: async () => (await import("./de.ts")).GERMAN`. */
export const PACKS = {} satisfies Readonly<Record<string, () => Promise<Pack>>>;
