import { catalogue, type Text } from "../domain/language.ts";
import { CASE_FILES } from "./case-files.ts";

/** A file that a case may have and that is not laid out: what it is for, and how it begins. */
interface FurtherFile {
  readonly path: string;
  readonly told: Text;
  readonly begins?: string;
}

const TOLD = catalogue("import.new-case.further", {
  units: {
    da: "Egne basisområder som flader med egenskaben id, i stedet for outline.geojson.",
    en: "Basic units of your own as areas with property id, in place of outline.geojson.",
  },
  homes: {
    da: "Adresser, som elever står ved i pupils.csv med en nøgle (address), et postnummer (postcode) eller et sogn (parish) i stedet for koordinater.",
    en: "Addresses by which pupils.csv names homes: with a key (address), a postcode or a parish in place of coordinates.",
  },
  capacity: {
    da: "Skolernes pladser i et ark for sig, i stedet for kolonner i sites.csv.",
    en: "The schools' places in a sheet of their own, in place of columns of sites.csv.",
  },
  areas: {
    da: "Områder, som elever er talt efter (kolonnen area i pupils.csv), hvor de er andre end basisområderne.",
    en: "Areas that pupils are counted by (column area of pupils.csv), where they are not the basic units.",
  },
  attendance: {
    da: "Hvem der går hvor i dag som flader, i stedet for plans/today.json: hver skoles område, med egenskaben site og eventuelt grades.",
    en: "Who goes where today as areas, in place of plans/today.json: each school's area, with property site and grades where it has several.",
  },
  today: {
    da: "Hvem der går hvor i dag: hver skoles basisområder. Uden den antages den nærmeste skole i distriktet; det er et gæt og kaldes det. Andre planer kan ligge ved siden af.",
    en: "Who goes where today: each school's basic units. Without it the nearest school of the district is taken, a guess that is called one. Other plans may lie beside it.",
  },
  land: {
    da: "Land til kortet: kyster, øer, skær. Uden den er alt uden for kommunen vand.",
    en: "Land for the map: coasts, islands, rocks. Without it all outside the municipality is water.",
  },
  surroundings: { da: "Land længere ude, til kortet alene.", en: "Land farther out, for the map alone." },
  neighbours: { da: "Naboernes navne til kortet.", en: "The neighbours' names for the map." },
  addresses: { da: "Huse, der kan søges efter.", en: "Houses to search for." },
  parishes: {
    da: "Midten af hvert sogn, at sortere elever efter.",
    en: "The middle of each parish, to sort pupils by.",
  },
  costs: {
    da: "Egne priser i stedet for programmets, som er danske: »skoledistrikt costs .« skriver dem alle.",
    en: 'Prices of your own in place of the program\'s, which are Danish: "skoledistrikt costs ." writes them all.',
  },
  priceIndex: {
    da: "Eget prisindeks i stedet for den danske stats, uden huller.",
    en: "A price index of your own in place of the Danish state's, no year left out.",
  },
  dangerousRoads: {
    da: "Farlige strækninger, fra vejkryds til vejkryds: de giver ret til befordring, hvor kort vejen end er.",
    en: "Dangerous stretches from junction to junction: they give a right to transport however short the way is.",
  },
  gtfs: { da: "Busserne, som GTFS har dem.", en: "The buses, as GTFS has them." },
  births: { da: "Fødsler.", en: "Births." },
  movers: {
    da: "Elever på næste klassetrin for hver elev året før.",
    en: "Pupils of the next grade for each pupil a year before.",
  },
  housing: { da: "Nye boliger.", en: "New dwellings." },
  forecast: { da: "Egen elevprognose.", en: "A forecast of your own." },
  assumptions: {
    da: "Egne tal i stedet for prognosens, som er sat efter Holbæk: »skoledistrikt forecast .« skriver dem alle.",
    en: 'Figures of your own in place of the forecast\'s, which were set after Holbæk: "skoledistrikt forecast ." writes them all.',
  },
  counts: {
    da: "Kendte elevtal fra andre år, som prognosen prøves på.",
    en: "Known numbers of pupils of other years, which the forecast is tried on.",
  },
  paper: {
    da: "Hvad en sagsfremstilling skal indeholde, og i hvilken rækkefølge.",
    en: "What a council paper is to hold, and in which order.",
  },
});

/** In the order in which a case gets better by them. */
export const FURTHER_FILES: readonly FurtherFile[] = [
  { path: CASE_FILES.units, told: TOLD.units },
  {
    path: "plans/today.json",
    told: TOLD.today,
    begins:
      '{"format": "skoledistrikt-plan", "version": 1, "id": "today", "title": {"da": "I dag", "en": "Today"}, "assignment": {"kind": "zones", "zones": [{"site": "udby", "bands": ["0-3", "4-6"], "units": ["u1", "u2"]}]}}',
  },
  { path: CASE_FILES.attendance, told: TOLD.attendance },
  { path: CASE_FILES.capacity, told: TOLD.capacity, begins: "site;capacity_0_3;capacity_4_6;capacity_7_9" },
  { path: CASE_FILES.homes, told: TOLD.homes, begins: "id;lat;lon;postcode;parish" },
  { path: CASE_FILES.areas, told: TOLD.areas },
  { path: CASE_FILES.land, told: TOLD.land },
  {
    path: CASE_FILES.costs,
    told: TOLD.costs,
    begins: "item;low;value;high;price_year;source;owner;confidence",
  },
  {
    path: CASE_FILES.assumptions,
    told: TOLD.assumptions,
    begins: "parameter;low;value;high;source;confidence",
  },
  { path: CASE_FILES.addresses, told: TOLD.addresses, begins: "street;number;postcode;town;lat;lon" },
  { path: CASE_FILES.housing, told: TOLD.housing, begins: "name;place;dwellings;first_year;last_year;type" },
  { path: CASE_FILES.births, told: TOLD.births, begins: "area;year;births" },
  { path: CASE_FILES.movers, told: TOLD.movers, begins: "area;grade;rate" },
  { path: CASE_FILES.forecast, told: TOLD.forecast, begins: "district;year;grade;pupils" },
  { path: CASE_FILES.counts, told: TOLD.counts, begins: "site;year;pupils;source;use" },
  {
    path: CASE_FILES.dangerousRoads,
    told: TOLD.dangerousRoads,
    begins: "name;grades;from_lat;from_lon;to_lat;to_lon",
  },
  { path: "gtfs.zip", told: TOLD.gtfs },
  { path: CASE_FILES.parishes, told: TOLD.parishes, begins: "name;lat;lon" },
  { path: CASE_FILES.priceIndex, told: TOLD.priceIndex, begins: "year;index;source" },
  { path: CASE_FILES.surroundings, told: TOLD.surroundings },
  { path: CASE_FILES.neighbours, told: TOLD.neighbours, begins: "name;lat;lon" },
  { path: CASE_FILES.paper, told: TOLD.paper },
];
