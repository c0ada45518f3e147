import {
  BAND_COUNT,
  BANDS,
  type Cell,
  cellOf,
  protectSums,
  roundedCell,
  shownOverflow,
  type Sum,
  sum,
  totalOf,
} from "../../src/index.ts";
import type { PagePlan } from "../state/plans.ts";
import { type Picture, pupilsAt } from "./picture.ts";

/** Pupils of a picture's districts and schools as they may be told; every table and card takes them from here. */
interface ShownPupils {
  /** In the order of the picture's districts. */
  readonly districts: readonly Cell[];
  readonly all: Cell;
  readonly at: (site: number, band: number) => Cell;
  readonly ofSite: (site: number) => Cell;
}

type Drawn = Pick<PagePlan, "draft"> | undefined;

/** Of a plan that is drawn here each to its nearest five, wherever it is looked at: the difference of two strokes tells of no single area. */
export const pupilsAsShown = (picture: Picture, plan: Drawn): ShownPupils =>
  plan?.draft ? roundedPupils(picture) : shownPupils(picture);

/** Pupils beyond the places of a school of whose pupils so much is told. */
export const overflowAsShown = (over: number, pupils: Cell, plan: Drawn): Cell =>
  plan?.draft ? roundedCell(over) : shownOverflow(over, pupils);

export const roundedPupils = (picture: Picture): ShownPupils => ({
  districts: picture.districts.map(({ pupils }) => roundedCell(pupils)),
  all: roundedCell(sum(picture.pupils)),
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
    const place = counts.push(sum(parts.map((part) => counts[part]))) - 1;
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
