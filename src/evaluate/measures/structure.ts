import { type MeasureRow, ratio } from "./measure.ts";

export const CAPACITY_MEASURES: readonly MeasureRow[] = [
  {
    key: "overflow",
    group: "capacity",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever uden plads", en: "Pupils beyond capacity" },
    explanation: {
      da: "Elever ud over skolens pladser, talt for hver skole og hvert trin for sig. Ukendt kapacitet tæller ikke som nul.",
      en: "Pupils beyond the site's places, counted for each site and band by itself. Unknown capacity does not count as zero.",
    },
    compute: (plan) => plan.overflow,
  },
  {
    key: "capacity-use",
    group: "capacity",
    unit: "share",
    better: "neither",
    label: { da: "Udnyttelse af pladser", en: "Use of capacity" },
    explanation: {
      da: "Elever i forhold til pladser, hvor kapaciteten er kendt.",
      en: "Pupils in relation to places, where the capacity is known.",
    },
    compute: (plan) => ratio(plan.capacity.pupils, plan.capacity.places),
  },
];

export const STRUCTURE_MEASURES: readonly MeasureRow[] = [
  {
    key: "districts",
    group: "structure",
    unit: "districts",
    better: "neither",
    label: { da: "Distrikter", en: "Districts" },
    explanation: {
      da: "Skoledistrikter, hvert med én ledelse.",
      en: "School districts, each with one leadership.",
    },
    compute: (plan) => plan.pupilsPerDistrict.length,
  },
  {
    key: "sites",
    group: "structure",
    unit: "sites",
    better: "neither",
    label: { da: "Skoler med elever", en: "Sites with pupils" },
    explanation: { da: "Skoler, som planen sender elever til.", en: "Sites that the plan sends pupils to." },
    compute: (plan) => plan.openSites,
  },
  {
    key: "pupils-least",
    group: "structure",
    unit: "pupils",
    better: "higher",
    label: { da: "Elever i mindste distrikt", en: "Pupils in the smallest district" },
    explanation: { da: "Elever i det distrikt, der har færrest.", en: "Pupils in the district that has fewest." },
    compute: ({ pupilsPerDistrict: all }) => (all.length > 0 ? Math.min(...all) : undefined),
  },
  {
    key: "pupils-most",
    group: "structure",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever i største distrikt", en: "Pupils in the largest district" },
    explanation: { da: "Elever i det distrikt, der har flest.", en: "Pupils in the district that has most." },
    compute: ({ pupilsPerDistrict: all }) => (all.length > 0 ? Math.max(...all) : undefined),
  },
  {
    key: "pupils-ratio",
    group: "structure",
    unit: "ratio",
    better: "lower",
    label: { da: "Største distrikt i forhold til det mindste", en: "Largest district compared with the smallest" },
    explanation: {
      da: "Elever i det største distrikt divideret med elever i det mindste; 1 er helt ens.",
      en: "Pupils in the largest district divided by pupils in the smallest; 1 is perfectly even.",
    },
    compute: ({ pupilsPerDistrict: all }) => (all.length > 0 ? ratio(Math.max(...all), Math.min(...all)) : undefined),
  },
  {
    key: "site-distance-mean",
    group: "structure",
    unit: "metres",
    better: "lower",
    label: { da: "Afstand mellem skolerne, gennemsnit", en: "Mean distance between a district's sites" },
    explanation: {
      da: "Køreafstand mellem to skoler i samme distrikt, gennemsnit over alle par i alle distrikter. Kan ikke måles, hvor ingen vej forbinder to af dem.",
      en: "Driving distance between two sites of one district, mean over all pairs in all districts. Cannot be measured where no road joins two of them.",
    },
    from: "ways",
    compute: ({ siteDistances: { pairs, apart, sum } }) => (apart > 0 ? undefined : ratio(sum, pairs)),
  },
  {
    key: "site-distance-worst",
    group: "structure",
    unit: "metres",
    better: "lower",
    label: { da: "Afstand mellem skolerne, længste", en: "Longest distance between a district's sites" },
    explanation: {
      da: "Længste køreafstand mellem to skoler i samme distrikt. Kan ikke måles, hvor ingen vej forbinder to af dem.",
      en: "Longest driving distance between two sites of one district. Cannot be measured where no road joins two of them.",
    },
    from: "ways",
    compute: ({ siteDistances: { pairs, apart, worst } }) => (apart > 0 || pairs === 0 ? undefined : worst),
  },
  {
    key: "feeders-kept",
    group: "structure",
    unit: "share",
    better: "higher",
    label: { da: "Overgange til udskoling i samme distrikt", en: "Feeder links kept inside one district" },
    explanation: {
      da: "Andel af skoler med kun de yngre klassetrin, hvis elever fortsætter på en skole i samme distrikt.",
      en: "Share of sites with lower grades only whose pupils go on to a site of the same district.",
    },
    compute: (plan) => ratio(plan.feeders.kept, plan.feeders.links),
  },
  {
    key: "extra-pieces",
    group: "structure",
    unit: "parts",
    better: "lower",
    label: { da: "Løsrevne dele af distrikter", en: "Detached parts of districts" },
    explanation: {
      da: "Sammenhængende stykker ud over ét pr. distrikt. 0 betyder, at alle distrikter hænger sammen (over land eller med færge).",
      en: "Connected pieces beyond one a district. 0 means that every district is contiguous (by land or ferry).",
    },
    compute: (plan) => plan.extraPieces,
  },
];
