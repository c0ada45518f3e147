import type { CaseFile } from "../../../src/protocol/case-file.ts";
import { GRADES } from "./facts.ts";

/** case.json: its rules are a plain set of its own, of no country. */
export const CASE_FILE: CaseFile = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Tarnsey",
  language: "en",
  schoolYear: "2025/26",
  priceYear: 2025,
  currency: "EUR",
  rules: {
    kind: "plain",
    grades: [...GRADES],
    classes: [
      { grades: "K-2", most: 24, least: 8 },
      { grades: "3-9", most: 28, least: 8 },
    ],
    transport: [
      { grades: "K-2", metres: 2500 },
      { grades: "3-6", metres: 4000 },
      { grades: "7-9", metres: 6000 },
    ],
  },
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
