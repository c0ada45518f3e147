import type { Pack } from "./pack.ts";

/**
 * The languages beside Danish and English by their code: `de: async () => (await import("./de.json", { with: { type: "json" } })).default`.
 * `npm run texts` writes the file that a translator fills in.
 */
export const PACKS = {} satisfies Readonly<Record<string, () => Promise<Pack>>>;
