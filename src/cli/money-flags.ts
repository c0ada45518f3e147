import { catalogue } from "../domain/language.ts";
import { MOST_YEARS } from "../cost/ramp.ts";
import { type Flag, whole, words } from "./flag-forms.ts";

/** Flags of how a plan's money is followed over the years. */
export const MONEY_FLAGS: readonly Flag[] = catalogue("cli.money-flags", [
  {
    name: "years",
    commands: ["evaluate"],
    takes: whole("years", 1, MOST_YEARS, "20"),
    help: {
      da: "hvor mange budgetår pengene følges; ellers fem",
      en: "how many budget years the money is followed; else five",
    },
  },
  {
    name: "discount",
    commands: ["evaluate"],
    takes: words({ da: "RENTE", en: "RATE" }, '"3.5 %"'),
    help: {
      da: "årene lagt sammen til en nutidsværdi ved så mange procent om året; den danske stat selv bruger 3,5",
      en: "the years added up to a present value at so many per cent a year; the Danish state itself uses 3.5",
    },
  },
]);
