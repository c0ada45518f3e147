import { catalogue } from "../domain/language.ts";
import { FILE, type Flag, input } from "./flag-forms.ts";

/** The flag of every command that reads a case. */
export const RECIPE_FLAGS: readonly Flag[] = catalogue("cli.recipe-flag", [
  {
    name: "recipe",
    commands: [
      "check",
      "evaluate",
      "forecast",
      "replay",
      "compare",
      "consolidate",
      "reassign",
      "network",
      "redraw",
      "price",
      "pareto",
      "repair",
      "costs",
      "buses",
      "calendar",
      "paper",
      "verify",
      "sweep",
      "worker",
      "publish",
      "serve",
      "start",
    ],
    takes: input(FILE, "recipe.json"),
    help: {
      da: "hvordan mappens filer bliver til en sag, som siden gemmer det; ellers bruges mappens egen recipe.json",
      en: "how the folder's files become a case, as the page saves it; else the folder's own recipe.json is used",
    },
  },
]);
