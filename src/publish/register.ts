import type { Municipality } from "../domain/municipality.ts";
import { importAddresses } from "../import/addresses.ts";

/** From this share of addresses with pupils on, a table of addresses may be one of where pupils live. */
const MOST_WITH_PUPILS = 0.5;

/**
 * Whether addresses.csv is a register of all houses, as the state publishes it, and not a list of where pupils live: in no municipality do
 * school children live at half of the addresses.
 */
export function isAddressRegister(
  files: ReadonlyMap<string, Uint8Array>,
  { sites, demand, grades: { count } }: Pick<Municipality, "sites" | "demand" | "grades">,
): boolean {
  const { value: addresses = [] } = importAddresses(files, sites);
  const homes = new Set<string>();
  for (let point = 0; point < demand.pointCount; point++)
    if (demand.pupils.subarray(point * count, (point + 1) * count).some((pupils) => pupils > 0))
      homes.add(placeKey(demand.lon[point], demand.lat[point]));
  const lived = addresses.filter(({ lon, lat }) => homes.has(placeKey(lon, lat))).length;
  return addresses.length > 0 && lived < MOST_WITH_PUPILS * addresses.length;
}

/** The same to about ten metres. */
const placeKey = (lon: number, lat: number): string => `${lon.toFixed(4)} ${lat.toFixed(4)}`;
