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
    source: {
      da: "holbaek.dk; co-pi.dk: 21 af 76 mio. på børn og unge, lærere og pædagoger friholdt",
      en: "holbaek.dk; co-pi.dk: 21 of 76 million on children and youth, teachers and pedagogues untouched",
    },
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
  borders: {
    da: "Distrikternes grænser i 2012 er ikke dokumenteret; de er tegnet efter sognene.",
    en: "The districts' borders of 2012 are not documented; they are drawn after the parishes.",
  },
  sources: [
    {
      what: { da: "Skoler: navne, koordinater, klassetrin", en: "Sites: names, coordinates, grades" },
      from: {
        da: "STIL Institutionsregisteret; Uddannelsesstatistik.dk, skoleåret 2024/25",
        en: "STIL Institutionsregisteret; Uddannelsesstatistik.dk, school year 2024/25",
      },
    },
    {
      what: { da: "Elever på hver skole i 2015/16", en: "Pupils of each site in 2015/16" },
      from: {
        da: "Dokumenteret for Absalonskolen, Jyderup, Knabstrup og Undløse (ca. 2017-18); for de øvrige usikre skøn ud fra Uddannelsesstatistik.dk 2024/25",
        en: "Documented for Absalonskolen, Jyderup, Knabstrup and Undløse (ca. 2017-18); estimates of low confidence for the others, from Uddannelsesstatistik.dk 2024/25",
      },
    },
    {
      what: { da: "Elever efter klassetrin", en: "Pupils by grade" },
      from: {
        da: "Skøn: hver skoles tal er fordelt jævnt på dens klassetrin, inden for 8 %",
        en: "Estimate: each site's figure spread evenly over its grades, within 8 %",
      },
    },
    {
      what: { da: "Pladser på hvert trin", en: "Capacity by band" },
      from: {
        da: "Skøn: spor x 28 x klassetrin på trinnet; spor er de klasser, som trinnets største årgang fylder",
        en: "Estimate: tracks x 28 x grades in the band, tracks being the classes that the band's largest cohort fills",
      },
    },
    {
      what: { da: "Distrikterne 2012-16, 2016-21 og siden 2021", en: "Districts of 2012-16, 2016-21 and since 2021" },
      from: {
        da: "holbaek.dk; hvilke skoler der hørte til Elverdam, Kildevangen og Engskov, er delvis et skøn",
        en: "holbaek.dk; which sites belonged to Elverdam, Kildevangen and Engskov is partly an estimate",
      },
    },
    {
      what: { da: "Optageområder", en: "Attendance zones" },
      from: {
        da: "Skematiske: de følger sognene, tegnet som et vægtet Voronoi-diagram om sognenes centre",
        en: "Schematic: they follow parishes, drawn as a power diagram of the parishes' centres",
      },
    },
    {
      what: {
        da: "Sogne: areal, centrum, indbyggere, børn under 15",
        en: "Parishes: area, centre, population, children under 15",
      },
      from: {
        da: "DAGI; Eurostat, folketællingen 2021, kvadratnet på 1 km",
        en: "DAGI; Eurostat, Census 2021, 1 km grid",
      },
      licence: { da: "Eurostats regler for genbrug (kildeangivelse)", en: "Eurostat reuse policy (attribution)" },
    },
    {
      what: { da: "Byer og deres indbyggere", en: "Places and their population" },
      from: {
        da: "lex.dk 2017, de.wikipedia 2025, usikre skøn for de mindste",
        en: "lex.dk 2017, de.wikipedia 2025, estimates of low confidence for the smallest",
      },
    },
    {
      what: { da: "Veje", en: "Roads" },
      from: {
        da: "Skematisk vejnet, tastet ind; længderne er tilpasset køreafstandene mellem skolerne ad GeoDanmarks veje",
        en: "Schematic network, typed in; lengths fitted to driving distances between the sites along GeoDanmark's roads",
      },
    },
    {
      what: { da: "Land og omridsets kyst", en: "Land, and the coast of the outline" },
      from: {
        da: "© OpenStreetMaps bidragydere, via @geo-maps/earth-coastlines-1m",
        en: "© OpenStreetMap contributors, via @geo-maps/earth-coastlines-1m",
      },
      licence: "ODbL 1.0",
    },
    {
      what: { da: "Omridsets grænse inde i landet", en: "Inland border of the outline" },
      from: { da: "Skematisk, tastet ind", en: "Schematic, typed in" },
    },
  ],
};
