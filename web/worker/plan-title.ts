import { LANGUAGES, type Plan, type Said, saidIn } from "../../src/index.ts";

/** What stands before the colon says which plan it is. */
export const titleOf = ({ title }: Plan): Said => {
  const [da, en] = LANGUAGES.map((language) => saidIn(title, language).split(":")[0]);
  return { da, en };
};
