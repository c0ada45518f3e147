import type { PlanFile } from "../../../src/protocol/plan-file.ts";
import { SCHOOLS, type School } from "./facts.ts";

const BANDS = ["0-3", "4-6", "7-9"] as const;
const TEACHES: Readonly<Record<string, readonly string[]>> = { "0-9": BANDS, "0-6": ["0-3", "4-6"] };

/** The council's draft: who is to be one district. */
const SEVEN: readonly { readonly id: string; readonly name: string; readonly sites: readonly string[] }[] = [
  { id: "tarnhaven", name: "Tarnhaven", sites: ["harbour", "castle-hill"] },
  { id: "north-sound", name: "North Sound", sites: ["northsand", "quenness"] },
  { id: "moorgarth", name: "Moorgarth", sites: ["moorgarth"] },
  { id: "west-tarnsey", name: "West Tarnsey", sites: ["kellmouth", "dunnel"] },
  { id: "brannay", name: "Brannay", sites: ["brannick", "sandrigg"] },
  { id: "skelvay", name: "Skelvay", sites: ["skelvoe", "kettle-bay"] },
  { id: "fennay", name: "Fennay", sites: ["fennay"] },
];

/** In the other draft these close, and their areas go to the school named. */
const CLOSING: Readonly<Record<string, string>> = { sandrigg: "brannick", dunnel: "kellmouth" };

/** The plans of the case. `unitsOf` are the ids of the units of each school's own area, `[school]`. */
export function makePlans(unitsOf: readonly (readonly string[])[]): readonly PlanFile[] {
  const head = { format: "skoledistrikt-plan", version: 1 } as const;
  const open = SCHOOLS.filter(({ id }) => !(id in CLOSING));
  return [
    {
      ...head,
      id: "today",
      title: { da: "I dag: tolv distrikter", en: "Today: twelve districts" },
      source: "Made up.",
      assignment: { kind: "zones", zones: zones(unitsOf, (id) => id) },
    },
    {
      ...head,
      id: "seven",
      title: { da: "Rådets udkast: syv distrikter", en: "The council's draft: seven districts" },
      source: "Made up: twelve districts become seven, no school closes, nobody changes school.",
      districts: SEVEN.map((district) => ({ ...district, sites: [...district.sites] })),
      assignment: { kind: "same-as", plan: "today" },
    },
    {
      ...head,
      id: "ten-schools",
      title: { da: "Ti skoler: Sandrigg og Dunnel lukker", en: "Ten schools: Sandrigg and Dunnel close" },
      source: "Made up: two schools close, and their pupils go to the next.",
      districts: open.map(({ id, district }) => ({ id, name: district, sites: [id] })),
      teaching: Object.fromEntries(Object.keys(CLOSING).map((id) => [id, ""])),
      assignment: { kind: "zones", zones: zones(unitsOf, (id) => CLOSING[id] ?? id) },
    },
  ];
}

/** Who goes where: an area's pupils to its own school in the bands it teaches, then to where that sends them; `open` says which school has taken over another's area. */
function zones(unitsOf: readonly (readonly string[])[], open: (id: string) => string) {
  const unitsAt = new Map<string, { site: string; bands: (typeof BANDS)[number][]; units: string[] }>();
  for (const band of BANDS) {
    const here = new Map<string, string[]>();
    SCHOOLS.forEach((home, school) => {
      const site = schoolFor(schoolOf(open(home.id)), band).id;
      here.set(site, [...(here.get(site) ?? []), ...unitsOf[school]]);
    });
    for (const [site, units] of here) {
      const key = `${site} ${units.join()}`;
      const zone = unitsAt.get(key) ?? { site, bands: [], units: units.toSorted() };
      zone.bands.push(band);
      unitsAt.set(key, zone);
    }
  }
  return [...unitsAt.values()].map(({ site, bands, units }) => ({ site, bands, units }));
}

function schoolOf(id: string): School {
  const found = SCHOOLS.find((school) => school.id === id);
  if (!found) throw new Error(`No school is called ${id}.`);
  return found;
}

/** The school that an area's pupils go to in a band. */
export function schoolFor(home: School, band: string): School {
  if (TEACHES[home.grades].includes(band)) return home;
  if (home.goesOn === undefined) throw new Error(`${home.id} sends nobody on.`);
  return schoolOf(home.goesOn);
}
