import type { CaseFile } from "../../../src/protocol/case-file.ts";

/** case.json */
export const CASE_FILE: CaseFile = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Tarnsey",
  code: "0001",
  language: "en",
  schoolYear: "2025/26",
  priceYear: 2025,
  units: { kind: "polygons" },
  baseline: "today",
  snapLimit: 2000,
  synthetic: {
    da: "Tarnsey er opfundet: øerne, byerne, skolerne og eleverne findes ikke.",
    en: "Tarnsey is made up: its islands, towns, schools and pupils do not exist.",
  },
  syntheticAddresses: {
    da: "Opdigtede adresser på opdigtede øer.",
    en: "Made-up addresses on made-up islands.",
  },
  sources: [
    {
      what: {
        da: "Alt: øer, veje, færger, skoler, elever, planer",
        en: "Everything: islands, roads, ferries, schools, pupils, plans",
      },
      from: { da: "Opfundet; bygget af data/tarnsey/source", en: "Made up; built by data/tarnsey/source" },
      licence: "MIT",
    },
  ],
};
