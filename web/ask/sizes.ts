import { type Cell, hasBand } from "../../src/index.ts";
import type { Picture } from "../map/picture.ts";
import { pupilsAsShown } from "../map/shown-pupils.ts";

/** How large a district of an answer is. */
export interface DistrictSize {
  readonly name: string;
  /** Schools with any grades. */
  readonly schools: number;
  readonly pupils: Cell;
  /** Of the grades that its schools have; absent where a school's are not stated. */
  readonly places?: number;
}

/** The districts of a plan in their order, with pupils told as in every plan. */
export function districtSizes(picture: Picture): readonly DistrictSize[] {
  const { districts } = pupilsAsShown(picture);
  return picture.districts.map(({ name, sites }, number) => {
    const open = sites.filter((site) => picture.teaching[site] !== 0);
    const places = open.flatMap((site) =>
      picture.grades.bands
        .filter(({ band }) => hasBand(picture.teaching[site], band))
        .map(({ band }) => picture.sites[site].capacity[band]),
    );
    const isKnown = places.every((count) => count !== undefined);
    return {
      name,
      schools: open.length,
      pupils: districts[number],
      ...(isKnown && { places: places.reduce<number>((sum, count) => sum + (count ?? 0), 0) }),
    };
  });
}
