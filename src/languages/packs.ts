import type { Listed } from "./pack.ts";

/** The languages beside Danish and English, by their code. `npm run texts` writes their files and this one. */
export const PACKS = {} satisfies Readonly<Record<string, Listed>>;
