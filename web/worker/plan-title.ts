import { inBoth, type Plan, saidIn, type Text } from "../../src/index.ts";

/** What stands before the colon says which plan it is. */
export const titleOf = ({ title }: Plan): Text => inBoth((language) => saidIn(title, language).split(":")[0]);
