import type { ReactNode } from "react";
import { counted } from "../i18n/say.ts";
import { useImportVoice } from "./import-voice.ts";
import type { ImportState } from "./session.ts";

/** What was found so far, in numbers that somebody knows by heart. */
export function Found({ state: { drawn, step } }: { readonly state: ImportState }): ReactNode {
  const voice = useImportVoice();
  const { tell } = voice;
  // Of several years together no pupils are found: nobody knows the sum of them.
  const isOfYears = step.kind === "which" && step.are === "years";
  const pupils = drawn?.pupilCounts.reduce((sum, each) => sum + each, 0) ?? 0;
  const found = [
    ...(drawn && drawn.schools.length > 0 ? [tell("import.found.sites", { count: drawn.schools.length })] : []),
    ...(drawn && pupils > 0 && !isOfYears
      ? [tell("import.found.pupils", { text: voice.number(pupils), places: voice.number(drawn.pupilCounts.length) })]
      : []),
    ...(drawn && drawn.roadCount > 0 ? [tell("import.found.roads", counted(voice, drawn.roadCount))] : []),
    ...(drawn && drawn.homeCount > 0 ? [tell("import.found.homes", counted(voice, drawn.homeCount))] : []),
    ...(drawn && drawn.areas.length > 0 ? [tell("import.found.areas", counted(voice, drawn.areas.length))] : []),
    ...(drawn && drawn.outline.length > 0 ? [tell("import.found.outline")] : []),
  ];
  return (
    <section>
      <h3>{tell("import.found.title")}</h3>
      <p className="import-found">{found.length > 0 ? voice.list(found) : tell("import.found.none")}</p>
    </section>
  );
}
