import { type Cell, cellOf, protectSums, roundedCell, shownOverflow, type Sum, sum, totalOf } from "../../src/index.ts";
import { type Picture, pupilsAt } from "./picture.ts";

/** Pupils of a picture's districts and schools as they may be told; every table and card takes them from here. */
interface ShownPupils {
  /** In the order of the picture's districts. */
  readonly districts: readonly Cell[];
  readonly all: Cell;
  readonly at: (site: number, band: number) => Cell;
  readonly ofSite: (site: number) => Cell;
}

/**
 * Of real pupils each to its nearest five, wherever it is looked at: the difference of two strokes, or of two files, tells of no single
 * area. One plan is told alike, drawn here or not.
 */
export const pupilsAsShown = (picture: Picture): ShownPupils =>
  picture.counts === "in-fives" ? roundedPupils(picture) : shownPupils(picture);

/** Today's pupils beside a plan's: to the same side of its places, so that nobody seems to move where nobody does. */
export const todaysBeside = (today: Picture, picture: Picture): ShownPupils =>
  picture.counts === "in-fives" ? roundedPupils(today, picture.sites) : shownPupils(today);

/** Pupils beyond the places of a school of whose pupils so much is told. */
export const overflowAsShown = ({ counts }: Pick<Picture, "counts">, over: number, pupils: Cell): Cell =>
  counts === "in-fives" ? roundedCell(over) : shownOverflow(over, pupils);

/** Beside the places of some schools, the picture's own unless others are given. */
export const roundedPupils = (picture: Picture, sites: Picture["sites"] = picture.sites): ShownPupils => {
  const at = (site: number, band: number): Cell =>
    roundedBeside(picture.pupils[site * picture.grades.bandCount + band] ?? 0, sites.at(site)?.capacity[band]);
  return {
    districts: picture.districts.map(({ pupils }) => roundedCell(pupils)),
    all: roundedCell(sum(picture.pupils)),
    at,
    ofSite: (site) => {
      // What stands under a column is its sum: 60 and 25 are 85, though 62 and 27 are nearer to 90.
      const bands = picture.grades.bands.map(({ band }) => at(site, band));
      const told = bands.flatMap((cell) => (cell.kind === "count" ? [cell.pupils] : []));
      return told.length === bands.length ? cellOf(sum(told)) : roundedCell(pupilsAt(picture, site));
    },
  };
};

/** The nearest five, on the same side of the places as the pupils are: 644 of 644 places are not 645. */
function roundedBeside(pupils: number, places: number | undefined): Cell {
  const cell = roundedCell(pupils);
  if (cell.kind !== "count" || places === undefined || pupils <= places === cell.pupils <= places) return cell;
  return cellOf(FIVE * (pupils <= places ? Math.floor(pupils / FIVE) : Math.ceil(pupils / FIVE)));
}
const FIVE = 5;

const known = new WeakMap<Picture, ShownPupils>();

export function shownPupils(picture: Picture): ShownPupils {
  const shown = known.get(picture) ?? protectPicture(picture);
  known.set(picture, shown);
  return shown;
}

/** Bands add up to schools, schools to districts, districts to all. */
function protectPicture({ districts, districtOfSite, pupils, grades }: Picture): ShownPupils {
  const counts = [...pupils];
  const sums: Sum[] = [];
  const total = (parts: readonly number[]): number => {
    const place = counts.push(sum(parts.map((part) => counts[part]))) - 1;
    sums.push(totalOf(place, parts));
    return place;
  };
  const sites = districtOfSite.map((_, site) => total(grades.bands.map(({ band }) => site * grades.bandCount + band)));
  const wholes = districts.map(({ sites: own }) => total(own.map((site) => sites[site])));
  const outside = sites.filter((_, site) => districtOfSite[site] < 0);
  const all = total([...wholes, ...outside]);
  const cells = protectSums(counts, sums);
  return {
    districts: wholes.map((place) => cells[place]),
    all: cells[all],
    // Nobody goes to a school that the plan does not have.
    at: (site, band) => (site in sites ? cells[site * grades.bandCount + band] : cellOf(0)),
    ofSite: (site) => (site in sites ? cells[sites[site]] : cellOf(0)),
  };
}
