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
  // As `npm run data:robustness` prints it.
  order: {
    unsure: [
      "changed-site",
      "changed-site:0-3",
      "changed-site:4-6",
      "changed-site:7-9",
      "distance-mean:4-6",
      "distance-mean:7-9",
      "distance-median",
      "distance-median:0-3",
      "distance-median:4-6",
      "distance-median:7-9",
      "distance-p90:0-3",
      "distance-p90:4-6",
      "distance-p90:7-9",
      "distance-worst:0-3",
      "distance-worst:4-6",
      "nearest-in-own",
      "open-borders",
      "transport-right",
      "transport-right:0-3",
      "transport-right:4-6",
      "transport-right:7-9",
      "classes",
      "pooled-classes",
      "pooling-travel",
    ],
    source: {
      da: "Sagen bygget 20 gange med andre opdigtede elever, og én gang på rigtige veje: efter disse nøgletal skifter planerne plads.",
      en: "The case built 20 times with other made-up pupils, and once on real roads: by these measures plans change places.",
    },
  },
  promises: [
    {
      name: { da: "Kundby lukkes 2015: drift", en: "Closing Kundby, 2015: operation" },
      kroner: 1_800_000,
      priceYear: 2015,
      counts: ["leadership", "classes"],
      from: { plan: "2012", open: [{ site: "kundby", grades: "0-6", pupils: 80 }] },
      to: { plan: "2012" },
      source: "holbaekonline.dk 3.2.2015",
      reading: {
        da: "Sagt i udvalget før høringen. Hvor de 80 elever boede, vides ikke; her er det de 80 nærmeste.",
        en: "Said in the committee before the hearing. Where the 80 pupils lived is not known; here it is the nearest 80.",
      },
    },
    {
      name: { da: "Kundby lukkes 2015: bygninger", en: "Closing Kundby, 2015: buildings" },
      kroner: 1_700_000,
      priceYear: 2015,
      counts: ["buildings"],
      from: { plan: "2012", open: [{ site: "kundby", grades: "0-6", pupils: 80 }] },
      to: { plan: "2012" },
      source: "holbaekonline.dk 3.2.2015",
      reading: {
        da: "Bygningerne kostede mere, end 80 elevers areal på en lille skole forklarer; skolens egne m² kendes ikke.",
        en: "The buildings cost more than the area of 80 pupils at a small school explains; the school's own m² are not known.",
      },
    },
    {
      name: { da: "Otte distrikter til fire, 2016", en: "Eight districts into four, 2016" },
      kroner: 10_000_000,
      priceYear: 2015,
      counts: ["leadership"],
      from: { plan: "2012" },
      to: { plan: "2016" },
      source: "holbaek.dk",
      reading: {
        da: "Lovet for skoler og dagtilbud tilsammen; hvor meget der er skoler, er ikke oplyst. Modellen er skolernes ledelse alene. Det høje bud for en selvstændig skole er udledt af dette tal.",
        en: "Promised for schools and day care together; how much of it is schools is not said. The model is the schools' leadership alone. The high end for an independent school was derived from this figure.",
      },
    },
    {
      name: { da: "Fire skoler til elleve, 2021", en: "Four schools into eleven, 2021" },
      kroner: -3_200_000,
      priceYear: 2021,
      counts: ["leadership"],
      from: { plan: "2016" },
      to: { plan: "2021" },
      source: "holbaek.dk; folkeskolen.dk",
      reading: {
        da: "Afsat i budgettet. Midten for en selvstændig skole er udledt af dette tal.",
        en: "Set aside in the budget. The middle for an independent school was derived from this figure.",
      },
    },
    {
      name: { da: "Orø og Stestrup lukkes, 2020", en: "Closing Orø and Stestrup, 2020" },
      kroner: 4_100_000,
      priceYear: 2020,
      counts: ["leadership", "classes", "buildings"],
      from: { plan: "2016" },
      to: { plan: "2016", close: ["oroe", "stestrup"] },
      source: "sn.dk 31.8.2020",
      reading: {
        da: "Forvaltningens tal rummer tre klasser til, som flytter fra andre skoler; de er ikke med i modellens. Elevtal fra 2015/16.",
        en: "The administration's figure holds three more classes that move from other schools; they are not in the model's. Pupils of 2015/16.",
      },
    },
  ],
  crs: "EPSG:4326",
  units: { kind: "h3", resolution: RESOLUTION },
  baseline: "2012",
  // The network is schematic: outside the towns only the larger roads are drawn.
  snapLimit: 3000,
  rightsError: {
    low: 0.8,
    high: 1.25,
    source: {
      da: "Prøvet mod GeoDanmarks rigtige veje: med de samme elever 7 % færre i alt og 3-17 % færre på hvert trin; en uafhængig beregning gav 21 % flere (1.627 mod 1.340). Lukker en af ni prøvede skoler, ændrer tallet sig lige meget på 12 elever nær (Ågerup: 26).",
      en: "Tried against GeoDanmark's real roads: with the same pupils 7% fewer in all and 3-17% fewer in each grade band; an independent computation gave 21% more (1,627 against 1,340). Where one of the nine schools tried closes, the number changes alike to within 12 pupils (Ågerup: 26).",
    },
  },
  synthetic: {
    da: "Eleverne er opdigtede: hver skole har så mange elever, som den skønnes at have haft i 2015/16, men deres adresser er trukket tilfældigt omkring byerne efter sognenes børnetal.",
    en: "The pupils are synthetic: each school has as many as it is estimated to have had in 2015/16, but their addresses are drawn at random around the towns by the parishes' numbers of children.",
  },
  syntheticAddresses: {
    da: "Opdigtede adresser: gadenavne og husnumre findes ikke i virkeligheden.",
    en: "Made-up addresses: these streets and house numbers do not exist.",
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
        da: "Skøn for alle 18: runde tal fra ca. 2017-18 for Absalonskolen, Jyderup, Knabstrup og Undløse, for de øvrige ud fra Uddannelsesstatistik.dk 2024/25. Ingen er dokumenteret for 2015/16",
        en: "Estimates for all 18: round figures of about 2017-18 for Absalonskolen, Jyderup, Knabstrup and Undløse, for the others from Uddannelsesstatistik.dk 2024/25. None is documented for 2015/16",
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
