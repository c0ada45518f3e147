import { BANDS } from "./folkeskole.ts";
import { compactCells } from "h3-js";
import type { PlanFile } from "../../../src/protocol/plan-file.ts";
import { isOpen, schoolFor } from "./cohorts.ts";
import type { School } from "./tables.ts";

const DISTRICTS_2016 = [
  { id: "holbaek-by", name: "Holbæk By Skole" },
  { id: "kildedam", name: "Kildedamsskolen" },
  { id: "skovvejen", name: "Skovvejens Skole" },
  { id: "katrinedal", name: "Katrinedalskolen" },
];

/** The three plans the case comes with. `zoneCells` are the cells of each open school's own zone, by school id. */
export function makePlans(
  schools: readonly School[],
  zoneCells: ReadonlyMap<string, readonly string[]>,
): readonly PlanFile[] {
  const open = schools.filter(isOpen);
  return [
    {
      format: "skoledistrikt-plan",
      version: 1,
      id: "2012",
      title: {
        da: "I dag: otte skoledistrikter (2012-2016)",
        en: "Today: eight school districts (2012-2016)",
      },
      inForceFrom: 2012,
      source:
        "Distrikterne i Holbæk Kommune 2012-2016, afdelinger og klassetrin i skoleåret 2015/16. Optageområderne er skematiske: de følger sognene.",
      assignment: { kind: "zones", zones: open.flatMap((home) => zonesFrom(home, zoneCells.get(home.id) ?? [])) },
    },
    {
      format: "skoledistrikt-plan",
      version: 1,
      id: "2016",
      title: {
        da: "Byrådets beslutning 2016: fire skoledistrikter",
        en: "The council's decision of 2016: four school districts",
      },
      inForceFrom: 2016,
      source:
        "I kraft 1. august 2016 (holbaek.dk): otte distrikter bliver til fire, ingen afdeling lukker, ingen elev skifter afdeling.",
      districts: DISTRICTS_2016.map((district) => ({
        ...district,
        sites: open.filter(({ in2016 }) => in2016 === district.name).map(({ id }) => id),
      })),
      assignment: { kind: "same-as", plan: "2012" },
    },
    {
      format: "skoledistrikt-plan",
      version: 1,
      id: "2021",
      title: { da: "2021: elleve selvstændige skoler", en: "2021: eleven independent schools" },
      inForceFrom: 2021,
      source:
        "I kraft 1. august 2021 (holbaek.dk, folkeskolen.dk): fire skoler bliver til elleve, ingen afdeling lukker. Klassetrin og optageområder er som i 2015/16, så kun organisationen er ændret.",
      districts: [...new Set(open.map(({ in2021 }) => in2021))].map((name) => {
        const members = open.filter(({ in2021 }) => in2021 === name).map(({ id }) => id);
        return { id: members.join("-"), name, sites: members };
      }),
      assignment: { kind: "same-as", plan: "2012" },
    },
  ];
}

/** One entry for each school that the zone's pupils go to: its own for the bands it teaches, then those it feeds. */
function zonesFrom(home: School, cells: readonly string[]) {
  const units = compactCells([...cells]).toSorted();
  const targets = BANDS.map(({ key, first }) => ({ key, site: schoolFor(home, first) }));
  return [...new Set(targets.map(({ site }) => site))].map((site) => ({
    site,
    bands: targets.filter((target) => target.site === site).map(({ key }) => key),
    units,
  }));
}
