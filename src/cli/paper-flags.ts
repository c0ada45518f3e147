import { catalogue } from "../domain/language.ts";
import { type Flag, input, output, PLAN, words } from "./flag-forms.ts";

/** Flags of the command that writes papers for a council. */
export const PAPER_FLAGS: readonly Flag[] = catalogue("cli.paper-flags", [
  {
    name: "alternative",
    commands: ["paper"],
    takes: input(PLAN, "2016"),
    several: "any",
    help: {
      da: "en plan, der står ved siden af; gives én gang for hver plan",
      en: "a plan that stands beside it; once for each plan",
    },
  },
  {
    name: "dissent",
    commands: ["paper"],
    takes: input(PLAN, "forslag.json"),
    several: "any",
    help: {
      da: "et alternativ, som et medlem med en afvigende mening foreslår",
      en: "an alternative that a member with a dissenting opinion proposes",
    },
  },
  {
    name: "out",
    commands: ["paper"],
    takes: output("sag.docx"),
    required: ["paper"],
    help: {
      da: "sag.html, sag.docx eller sag.csv; tallene, så de kan regnes efter, står i sag.tal.json ved siden af",
      en: "case.html, case.docx or case.csv; the figures, to be worked out anew, stand in case.tal.json beside it",
    },
  },
  {
    name: "start",
    commands: ["paper"],
    takes: words({ da: "ÅR", en: "YEAR" }, "2028"),
    help: {
      da: "skoleåret, planen skal gælde fra; ellers det første, som fristerne kan nås til",
      en: "the school year that it is to hold from; else the first that its dates can be kept for",
    },
  },
]);
