import { da } from "./da.ts";
import { en } from "./en.ts";

/** The page's texts in both languages at once, for what is written down in all of them. */
export const CATALOGUES = { da, en } as const;
