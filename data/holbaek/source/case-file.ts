import type { CaseFile } from "../../../src/protocol/case-file.ts";

/** H3 resolution of the basic units: cells of some 0.086 km² here. */
export const RESOLUTION = 9;

/** case.json of Holbæk. */
export const CASE_FILE: CaseFile = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Holbæk",
  code: "0316",
  schoolYear: "2015/16",
  priceYear: 2015,
  savingsTarget: {
    amount: 21_000_000,
    priceYear: 2015,
    source: "holbaek.dk; co-pi.dk: 21 of 76 million on children and youth, teachers and pedagogues untouched",
    teaching: "untouched",
  },
  crs: "EPSG:4326",
  units: { kind: "h3", resolution: RESOLUTION },
  baseline: "2012",
  // The network is schematic: outside the towns only the larger roads are drawn.
  snapLimit: 3000,
  synthetic: {
    da: "Eleverne er syntetiske: hver skole har så mange elever, som den havde eller skønnes at have haft i 2015/16, men deres adresser er trukket tilfældigt omkring byerne efter sognenes børnetal.",
    en: "The pupils are synthetic: each school has as many as it had, or is estimated to have had, in 2015/16, but their addresses are drawn at random around the towns by the parishes' numbers of children.",
  },
  sources: [
    {
      what: "Sites: names, coordinates, grades",
      from: "STIL Institutionsregisteret; Uddannelsesstatistik.dk, school year 2024/25",
    },
    {
      what: "Pupils of each site in 2015/16",
      from: "Documented for Absalonskolen, Jyderup, Knabstrup and Undløse (ca. 2017-18); estimates of low confidence for the others, from Uddannelsesstatistik.dk 2024/25",
    },
    { what: "Pupils by grade", from: "Estimate: each site's figure spread evenly over its grades, within 8 %" },
    {
      what: "Capacity by band",
      from: "Estimate: tracks x 28 x grades in the band, tracks being the classes that the band's largest cohort fills",
    },
    {
      what: "Districts of 2012-16, 2016-21 and since 2021",
      from: "holbaek.dk; which sites belonged to Elverdam, Kildevangen and Engskov is partly an estimate",
    },
    {
      what: "Attendance zones",
      from: "Schematic: they follow parishes, drawn as a power diagram of the parishes' centres",
    },
    {
      what: "Parishes: area, centre, population, children under 15",
      from: "DAGI; Eurostat, Census 2021, 1 km grid",
      licence: "Eurostat reuse policy (attribution)",
    },
    {
      what: "Places and their population",
      from: "lex.dk 2017, de.wikipedia 2025, estimates of low confidence for the smallest",
    },
    {
      what: "Roads",
      from: "Schematic network, typed in; lengths fitted to driving distances between the sites along GeoDanmark's roads",
    },
    {
      what: "Land, and the coast of the outline",
      from: "© OpenStreetMap contributors, via @geo-maps/earth-coastlines-1m",
      licence: "ODbL 1.0",
    },
    { what: "Inland border of the outline", from: "Schematic, typed in" },
  ],
};
