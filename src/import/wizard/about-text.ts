import { catalogue } from "../../domain/language.ts";
import type { RecipeFile } from "../../protocol/recipe-file.ts";

const SPREAD = catalogue("import.wizard.about", {
  da: "Eleverne er anslået ud fra børn talt i områder: hvert klassetrin er lige stort, og alle i et område bor i dets midte.",
  en: "Pupils are estimated from children counted by area: all grades are of one size, and everybody in an area lives at its middle.",
});

/** What case.json is to say, from a recipe; pupils made from counts of children are said not to be real. */
export function aboutText({ case: about, files }: RecipeFile): string {
  const estimated = files.some(({ is }) => is === "children") && !files.some(({ is }) => is === "pupils");
  const value = {
    format: "skoledistrikt-case",
    version: 1,
    ...about,
    // Own areas as units are read where the case says that its units are areas.
    ...(files.some(({ is }) => is === "units") && { units: { kind: "polygons" } }),
    ...(estimated && { synthetic: about?.synthetic ?? SPREAD }),
    sources: about?.sources ?? [],
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
