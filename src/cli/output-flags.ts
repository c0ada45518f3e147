import { catalogue } from "../domain/language.ts";
import { ASKING, choice, CHOICES, type Flag, output } from "./flag-forms.ts";

/** Flags of the files that a command writes its answer to. */
export const OUTPUT_FLAGS: readonly Flag[] = catalogue("cli.output-flags", [
  {
    name: "json",
    commands: ["check", "evaluate", "forecast", "replay", "compare", "consolidate", ...ASKING, "bench-instance"],
    takes: output("holbaek.json"),
    help: { da: "skriv svaret som JSON; - er standard output", en: "write the answer as JSON; - is standard output" },
  },
  {
    name: "time",
    commands: ["evaluate", "forecast", "replay", "compare", "consolidate", ...ASKING, "bench-instance"],
    takes: choice(CHOICES.time, "omit"),
    help: {
      da: "om JSON-filen siger, hvor længe der blev regnet; omit: nej, så samme spørgsmål giver samme fil",
      en: "whether the JSON file says how long it took; omit: no, so that the same question gives the same file",
    },
  },
  {
    name: "csv",
    commands: ["evaluate", "forecast", "compare", "consolidate"],
    takes: output("holbaek.csv"),
    help: { da: "skriv svaret som tabel til Excel", en: "write the answer as a table for Excel" },
  },
  {
    name: "csv-form",
    commands: ["evaluate", "forecast", "compare", "consolidate", "paper", "sweep"],
    takes: choice(CHOICES["csv-form"], "rfc4180"),
    help: {
      da: "til Excel på sproget (ellers), eller efter RFC 4180: komma, punktum og intet mærke forrest",
      en: "for Excel in the language (else), or by RFC 4180: commas, points and no mark in front",
    },
  },
  {
    name: "out",
    commands: ["evaluate", "forecast", "compare", "consolidate", ...ASKING],
    takes: output("holbaek.xlsx"),
    several: "any",
    help: {
      da: "skriv regneark (.xlsx), kort til QGIS (.gpkg) eller kortets lag som GeoJSON (.zip); gives én gang for hver fil",
      en: "write a workbook (.xlsx), a map for QGIS (.gpkg) or its layers as GeoJSON (.zip); once for each file",
    },
  },
  {
    name: "geojson",
    commands: ["consolidate", ...ASKING, "buses"],
    takes: output("holbaek.geojson"),
    help: { da: "skriv den bedste plan som kort", en: "write the best plan as a map" },
  },
  {
    name: "save-plan",
    commands: ASKING,
    takes: output("holbaek.json"),
    help: { da: "gem den bedste plan", en: "save the best plan" },
  },
  {
    name: "ics",
    commands: ["calendar"],
    takes: output("holbaek.ics"),
    help: { da: "skriv fristerne som kalender", en: "write the dates as a calendar" },
  },
]);
