import { catalogue, filled, type Language, type Said, saidIn, type Text } from "../domain/language.ts";
import { CASE_FILES } from "./case-files.ts";
import { FURTHER_FILES } from "./new-case-more.ts";

/** A file of an empty case: what is in it to begin with, and what belongs there. */
interface TemplateFile {
  readonly path: string;
  readonly need: "needed" | "wished";
  readonly content: string | ((year: number, language: Language) => string);
  readonly told: Text;
  readonly example?: Said;
}

const EMPTY_MAP = '{\n  "type": "FeatureCollection",\n  "features": []\n}\n';

const TOLD = catalogue("import.new-case.files", {
  about: {
    da: "Kommunens navn og kode (i Danmark fire cifre; slet linjen, hvor der ingen er), skoleåret, som alle tal gælder, prisernes år, sproget, som side og kommandoer begynder på (language: da eller en), reglerne, hvis de ikke er folkeskolelovens (rules: klassetrin, klasser, skolevej), og hvor tallene kommer fra (sources). Eksempel på en kilde: {example}.",
    en: "The municipality's name and code (in Denmark four digits; delete the line where there is none), the school year that all numbers are of, the year of prices, the language that page and commands begin in (language: da or en), the rules, where they are not the Danish act's (rules: grades, classes, ways to school), and where the figures come from (sources). A source looks like this: {example}.",
  },
  sites: {
    da: "En række for hver skole eller afdeling. id: kort og uden mellemrum. grades: klassetrin som »0-9« eller »0-6«; tomt, hvis stedet er lukket i dag. district: distriktets id fra districts.csv. capacity: pladser på 0.-3., 4.-6. og 7.-9. klassetrin; tomt, hvor det ikke vides. bell_time: hvornår skolen ringer ind (08:00), så en skolebus kan køre til flere skoler; tomt, hvor det ikke vides. Eksempel: {example}",
    en: 'A row for each school or department. id: short and without spaces. grades: such as "0-9" or "0-6"; empty where the place is closed today. district: the district\'s id in districts.csv. capacity: places in grades 0-3, 4-6 and 7-9; empty where not known. bell_time: when the school begins (08:00), so that a school bus can run to several schools; empty where not known. For example: {example}',
  },
  districts: {
    da: "En række for hvert af dagens skoledistrikter. Eksempel: {example}",
    en: "A row for each school district of today. For example: {example}",
  },
  pupils: {
    da: "En række for hver elev (uden pupils) eller for hver adresse og hvert klassetrin. I stedet for lat og lon kan stå x og y i meter, eller place med et navn fra places.csv. Eksempel: {example}",
    en: "A row for each pupil (without pupils) or for each address and grade. In place of lat and lon there may be x and y in metres, or place with a name from places.csv. For example: {example}",
  },
  roads: {
    da: "Vejene som linjer, for eksempel GeoDanmarks eller OpenStreetMaps; egenskaben kind er road, path, motorway eller ferry, speed km/t. Linjer mødes, hvor deres punkter er ens. En færge er en linje fra kaj til kaj med minutes: overfarten, og ventetiden, hvis den skal tælle. Eksempel: {example}",
    en: "The roads as lines, such as GeoDanmark's or OpenStreetMap's; property kind is road, path, motorway or ferry, speed km/h. Lines meet where their points are equal. A ferry is a line from quay to quay with minutes: the crossing, and the wait if it is to count. For example: {example}",
  },
  outline: {
    da: "Kommunens grænse som flade. Den deles i små sekskanter; har du selv basisområder, så læg dem i units.geojson (egenskaben id), og slet outline.geojson.",
    en: "The municipality's border as an area. It is divided into small hexagons; if you have basic units of your own, put them in units.geojson (property id) and delete outline.geojson.",
  },
  places: {
    da: "Byer og landsbyer til kortet. Slet filen, hvis du ikke har dem. Eksempel: {example}",
    en: "Towns and villages for the map. Delete the file if you have none. For example: {example}",
  },
});

const SOURCE = catalogue("import.new-case.source", {
  da: '{"what": "Elever", "from": "Kommunens elevregister, 5. september"}',
  en: '{"what": "Pupils", "from": "The municipality\'s register of pupils, 5 September"}',
});

/** The files that a case cannot do without are laid out; those that it may have are named in what is written beside them. */
const FILES: readonly TemplateFile[] = [
  {
    path: CASE_FILES.case,
    need: "needed",
    content: caseJson,
    told: TOLD.about,
    example: SOURCE,
  },
  {
    path: CASE_FILES.sites,
    need: "needed",
    content: "id;name;town;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9;bell_time\n",
    told: TOLD.sites,
    example: "udby;Udby Skole;Udby;55.77;11.79;0-6;n;100;75;;08:00",
  },
  { path: CASE_FILES.districts, need: "needed", content: "id;name\n", told: TOLD.districts, example: "n;Nord" },
  {
    path: CASE_FILES.pupils,
    need: "needed",
    content: "lat;lon;grade;pupils\n",
    told: TOLD.pupils,
    example: "55.7712;11.7903;2;1",
  },
  {
    path: CASE_FILES.roads,
    need: "needed",
    content: EMPTY_MAP,
    told: TOLD.roads,
    example:
      '{"type": "Feature", "properties": {"kind": "road", "speed": 50}, "geometry": {"type": "LineString", "coordinates": [[11.79, 55.77], [11.80, 55.77]]}}',
  },
  { path: CASE_FILES.outline, need: "needed", content: EMPTY_MAP, told: TOLD.outline },
  {
    path: CASE_FILES.places,
    need: "wished",
    content: "name;population;lat;lon\n",
    told: TOLD.places,
    example: "Udby;450;55.77;11.79",
  },
];

const PAGE = catalogue("import.new-case.page", {
  file: { da: "LÆS-MIG.md", en: "READ-ME.md" },
  title: { da: "# En ny sag", en: "# A new case" },
  first: {
    da: "Udfyld filerne i denne mappe; de kan åbnes og gemmes i Excel (CSV med semikolon). Overskrifterne må være på dansk eller engelsk, og kolonner, du ikke har, må mangle, hvor de ikke er nødvendige. Se undervejs efter, hvad der mangler:",
    en: "Fill in the files of this folder; they can be opened and saved in Excel (CSV with semicolons). Headers may be Danish or English, and columns that you do not have may be left out where they are not needed. See on the way what is missing:",
  },
  after: {
    da: "Den viser alle fejl på én gang med fil, linje og hvad der skal gøres. Når den ikke finder flere, åbner dette kortet:",
    en: "It shows all faults at once with file, line and what to do. When it finds no more, this opens the map:",
  },
  coordinates: {
    da: 'Steder skrives i grader (lat, lon) eller i meter (x, y), hver fil for sig. Meter er i Danmark EPSG:25832, andre steder stedets UTM-zone; et kort kan selv nævne sit net. Er alle filer i ét andet net, så skriv dets kode i case.json, for eksempel "crs": "EPSG:3006".',
    en: 'Places are written in degrees (lat, lon) or in metres (x, y), each file by itself. Metres are EPSG:25832 in Denmark, elsewhere those of the place\'s UTM zone; a map may name its own grid. If all files are in another one, write its code in case.json, such as "crs": "EPSG:3006".',
  },
  money: {
    da: 'Beløb er i danske kroner, medmindre case.json nævner en anden valuta, for eksempel "currency": "EUR".',
    en: 'Amounts are in Danish kroner unless case.json names another currency, such as "currency": "EUR".',
  },
  needed: { da: "## Filer, der skal være der", en: "## Files that have to be there" },
  wished: { da: "## Filer, der må være der", en: "## Files that may be there" },
  further: {
    da: "## Filer, der gør sagen bedre\n\nDe er ikke lagt her. Tabeller begynder med den række, der står ved dem; README.md i programmet siger mere om hver i afsnittet »A case is a folder«. Se en hel sag i programmets mappe data/tarnsey.",
    en: "## Files that make the case better\n\nThey are not laid out here. Tables begin with the row that stands beside them; the program's README.md says more of each under \"A case is a folder\". A whole case is in the program's folder data/tarnsey.",
  },
  internal: {
    da: "Mappen rummer oplysninger om børn. Den hører til på din egen maskine: skoledistrikt sender intet af den nogen steder hen.",
    en: "The folder holds what is known of children. It belongs on your own machine: skoledistrikt sends nothing of it anywhere.",
  },
});

function caseJson(year: number, language: Language): string {
  const schoolYear = `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
  const value = {
    format: "skoledistrikt-case",
    version: 1,
    name: "",
    code: "",
    language,
    schoolYear,
    priceYear: year,
    sources: [],
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The files of an empty case by name, with one that says what belongs in each. `year` is that in which the school year begins. */
export function newCaseFiles(year: number, language: Language): ReadonlyMap<string, string> {
  const files = new Map(
    FILES.map(({ path, content }) => [path, typeof content === "string" ? content : content(year, language)]),
  );
  return files.set(PAGE.file[language], pageText(language));
}

function pageText(language: Language): string {
  const list = (need: TemplateFile["need"]): string =>
    FILES.filter((file) => file.need === need)
      .map(
        ({ path, told, example = "" }) =>
          `- **${path}**: ${filled(told, { example: `\`${saidIn(example, language)}\`` })[language]}`,
      )
      .join("\n");
  return [
    PAGE.title[language],
    PAGE.first[language],
    "    npx skoledistrikt check .",
    PAGE.after[language],
    "    npx skoledistrikt serve .",
    PAGE.coordinates[language],
    PAGE.money[language],
    PAGE.internal[language],
    PAGE.needed[language],
    list("needed"),
    PAGE.wished[language],
    list("wished"),
    PAGE.further[language],
    FURTHER_FILES.map(
      ({ path, told, begins }) => `- **${path}**: ${told[language]}${begins ? ` \`${begins}\`` : ""}`,
    ).join("\n"),
    "",
  ].join("\n\n");
}
