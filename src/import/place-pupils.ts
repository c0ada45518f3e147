import type { Grades } from "../domain/grades.ts";
import { catalogue, type Text } from "../domain/language.ts";
import type { Position } from "../domain/municipality.ts";
import { cellAt } from "../geo/cells.ts";
import { nearestOf } from "../geo/nearest.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import type { Area } from "../geo/polygon-segments.ts";
import { keyFinder, plainKey } from "./code-and-name.ts";
import type { Home, HomeKind, Unplaced } from "./homes.ts";
import type { CodedPlace } from "./places.ts";
import type { PupilReading, Residents } from "./pupils.ts";
import type { Report, Spot } from "./report.ts";

/** What the keys of pupils.csv are looked up in; a part that could not be read is "damaged", and what names it is then no mistake. */
export interface HomeGround {
  readonly homes: readonly Home[] | "damaged";
  readonly parishes: readonly CodedPlace[];
  /** The areas by id, in degrees. */
  readonly areas: readonly CountedArea[] | "damaged";
}

/** An area that pupils are counted by. */
interface CountedArea {
  readonly id: string;
  /** What else it is called: a code, a name. */
  readonly called: readonly string[];
  readonly area: Area;
  readonly inside: Position;
}

const KINDS: Readonly<Record<HomeKind, Text>> = catalogue("import.place-pupils", {
  address: { da: "adresse", en: "address" },
  area: { da: "område", en: "area" },
  postcode: { da: "postnummer", en: "postcode" },
  parish: { da: "sogn", en: "parish" },
});

/**
 * Pupils with every place found: an address by its key; those of a postcode, a parish or an area spread evenly over the addresses there, grade
 * by grade and without dice, so that the same files give the same pupils. Where there are no addresses an area's pupils live in its
 * middle, and a parish's at its centres. How many are spread is said.
 */
export function placePupils(
  grades: Grades,
  reading: PupilReading,
  ground: HomeGround,
  file: string,
  report: Report,
): PupilReading {
  if (reading.unplaced.length === 0) return reading;
  const residents = [...reading.residents];
  for (const by of ["address", "area", "postcode", "parish"] as const) {
    const rows = reading.unplaced.filter((each) => each.by === by);
    if (rows.length === 0) continue;
    const placesOf = finderOf(by, ground);
    if (!placesOf) continue;
    const spread = { pupils: 0, places: 0 };
    for (const ofKey of grouped(rows).values()) {
      const places = placesOf(ofKey[0].key, ofKey[0].at, report);
      if (places === "several") for (const { at, key: found } of ofKey) report("key.several", at, { found });
      else if (places.length === 0) for (const { at, key: found } of ofKey) reportUnknown(by, found, at, report);
      else if (by === "address") residents.push(...ofKey.map((each) => ({ ...places[0], ...counted(each) })));
      else {
        residents.push(...spreadOver(grades, places, ofKey));
        spread.places += places.length;
        spread.pupils += ofKey.reduce((sum, { pupils }) => sum + pupils, 0);
      }
    }
    if (spread.pupils > 0)
      report("pupils.spread", { file }, { by: KINDS[by], pupils: spread.pupils, places: spread.places });
  }
  return { ...reading, residents, unplaced: [] };
}

const counted = ({ grade, pupils }: Unplaced): Omit<Residents, keyof Position> => ({ grade, pupils });

function grouped(rows: readonly Unplaced[]): ReadonlyMap<string, readonly Unplaced[]> {
  const groups = new Map<string, Unplaced[]>();
  for (const row of rows) {
    const key = plainKey(row.key);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function reportUnknown(by: HomeKind, key: string, at: Spot, report: Report): void {
  if (by === "area") report("pupils.area-unknown", at, { area: key });
  else report("pupils.home-unknown", at, { by: KINDS[by], key });
}

/** The places that a key may mean; "several" where it may mean one thing or another. */
type PlacesOf = (key: string, at: Spot, report: Report) => readonly Position[] | "several";

/** Makes the function from a key to the places that it may mean; `undefined` where what it is looked up in could not be read. */
function finderOf(by: HomeKind, { homes, parishes, areas }: HomeGround): PlacesOf | undefined {
  if (homes === "damaged" || (areas === "damaged" && by !== "address")) return undefined;
  // Postcodes and parishes may be drawn as any areas.
  const drawn = areas === "damaged" ? [] : areas;
  const finders: Readonly<Record<HomeKind, () => PlacesOf>> = {
    address: () => lookUp(homes.filter(({ id }) => id !== "").map((home) => ({ called: [home.id], places: [home] }))),
    postcode: () =>
      homes.some(({ postcode }) => postcode !== "")
        ? lookUp(homes.map((home) => ({ called: [home.postcode], places: [home] })))
        : areaFinder(homes, drawn),
    parish: () => parishFinder(homes, parishes) ?? areaFinder(homes, drawn),
    area: () => areaFinder(homes, drawn),
  };
  return finders[by]();
}

/** Places that are told by what they lie in: by its id, else by what else it is called. */
interface KeptPlaces {
  readonly called: readonly string[];
  readonly places: readonly Position[];
}

function lookUp(entries: readonly KeptPlaces[]): PlacesOf {
  const found = new Map<string, Position[]>();
  const names: (readonly [called: string, id: string])[] = [];
  for (const {
    called: [id, ...others],
    places,
  } of entries) {
    const key = plainKey(id);
    const known = found.get(key);
    if (known) known.push(...places);
    else found.set(key, [...places]);
    for (const other of others) names.push([other, key]);
  }
  const find = keyFinder(
    [...found.keys()].map((key) => [key, key] as const),
    names,
  );
  return (key, at, report) => {
    const ids = find(key, at, report);
    return ids.length > 1 ? "several" : inOrder(ids.flatMap((id) => found.get(id) ?? []));
  };
}

/** By the parish that the addresses name themselves; else each is of the parish whose centre is nearest; without addresses its centres; `undefined` where there are neither. */
function parishFinder(homes: readonly Home[], parishes: readonly CodedPlace[]): PlacesOf | undefined {
  if (homes.some(({ parish }) => parish !== ""))
    return lookUp(homes.map((home) => ({ called: [home.parish], places: [home] })));
  if (parishes.length === 0) return undefined;
  if (homes.length === 0)
    return lookUp(parishes.map((parish) => ({ called: namesOfParish(parish), places: [parish] })));
  return lookUp(
    homes.map((home) => ({ called: namesOfParish(parishes[nearestOf(parishes, home) ?? 0]), places: [home] })),
  );
}

const namesOfParish = ({ name, code }: CodedPlace): readonly string[] => (code === undefined ? [name] : [name, code]);

function areaFinder(homes: readonly Home[], areas: Exclude<HomeGround["areas"], "damaged">): PlacesOf {
  const locator = polygonLocator(areas.map(({ area }) => area));
  const inside = areas.map((): Position[] => []);
  for (const home of homes) {
    const area = locator.at(home);
    if (area !== undefined) inside[area].push(home);
  }
  return lookUp(
    areas.map(({ id, called, inside: middle }, i) => ({
      called: [id, ...called],
      places: inside[i].length > 0 ? inside[i] : [middle],
    })),
  );
}

/** Of places near each other one comes soon after the other: cells within a cell are named alike. */
const FINE = 9;
const inOrder = (places: readonly Position[]): readonly Position[] =>
  places
    .map((place) => ({ place, cell: cellAt(place, FINE) }))
    .toSorted((a, b) =>
      a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : a.place.lon - b.place.lon || a.place.lat - b.place.lat,
    )
    .map(({ place }) => place);

/** Every grade's pupils evenly along the places, each grade beginning somewhat farther on, so that not all of a few live in the same houses. */
function spreadOver({ all }: Grades, places: readonly Position[], rows: readonly Unplaced[]): readonly Residents[] {
  return all.flatMap((grade) => {
    const count = rows.reduce((sum, row) => sum + (row.grade === grade ? row.pupils : 0), 0);
    const start = (grade + 0.5) / all.length;
    return Array.from({ length: count }, (_, pupil): Residents => {
      const { lon, lat } = places[Math.floor(((pupil + start) * places.length) / count)];
      return { lon, lat, grade, pupils: 1 };
    });
  });
}
