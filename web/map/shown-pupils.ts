import { BAND_COUNT, BANDS, type Cell, cellOf, protectSums, roundedCell, type Sum, totalOf } from "../../src/index.ts";
import { type Picture, pupilsAt } from "./picture.ts";

/** Pupils of a picture's districts and schools as they may be told; every table and card takes them from here. */
interface ShownPupils extends SitePupils {
  /** In the order of the picture's districts. */
  readonly districts: readonly Cell[];
  readonly all: Cell;
}

/** Of a plan's schools alone. */
interface SitePupils {
  readonly at: (site: number, band: number) => Cell;
  readonly ofSite: (site: number) => Cell;
}

/** Each to its nearest five, of a plan that changes by the stroke: the difference of two tells of no single area. */
export const roundedPupils = (picture: Picture): SitePupils => ({
  at: (site, band) => roundedCell(picture.pupils[site * BAND_COUNT + band] ?? 0),
  ofSite: (site) => roundedCell(pupilsAt(picture, site)),
});

const known = new WeakMap<Picture, ShownPupils>();

export function shownPupils(picture: Picture): ShownPupils {
  const shown = known.get(picture) ?? protectPicture(picture);
  known.set(picture, shown);
  return shown;
}

/** Bands add up to schools, schools to districts, districts to all. */
function protectPicture({ districts, districtOfSite, pupils }: Picture): ShownPupils {
  const counts = [...pupils];
  const sums: Sum[] = [];
  const total = (parts: readonly number[]): number => {
    const place = counts.push(parts.reduce((sum, part) => sum + counts[part], 0)) - 1;
    sums.push(totalOf(place, parts));
    return place;
  };
  const sites = districtOfSite.map((_, site) => total(BANDS.map(({ band }) => site * BAND_COUNT + band)));
  const wholes = districts.map(({ sites: own }) => total(own.map((site) => sites[site])));
  const outside = sites.filter((_, site) => districtOfSite[site] < 0);
  const all = total([...wholes, ...outside]);
  const cells = protectSums(counts, sums);
  return {
    districts: wholes.map((place) => cells[place]),
    all: cells[all],
    // Nobody goes to a school that the plan does not have.
    at: (site, band) => (site in sites ? cells[site * BAND_COUNT + band] : cellOf(0)),
    ofSite: (site) => (site in sites ? cells[sites[site]] : cellOf(0)),
  };
}
