import type { Language } from "../../src/index.ts";
import { type Catalogue, da } from "./da.ts";
import { en } from "./en.ts";

/** The page's texts in every language at once, for what is written down in all of them. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { da, en };
