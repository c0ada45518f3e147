import { kinks } from "@turf/turf";
import type { Feature, Polygon } from "geojson";
import { diceFor } from "../../source/random.ts";
import { FAR_ISLANDS, ISLANDS, ISLETS, type Island } from "./islands.ts";
import { gridPoint, type Point, ringOf, type Winding, wound } from "./plane.ts";

/** How coasts wind, and those far off, which are drawn less exactly. */
const NEAR: Winding = { longest: 180, rough: 0.3, most: Infinity };
const FAR: Winding = { ...NEAR, longest: 1200 };

export interface Shore extends Pick<Island, "id" | "name"> {
  readonly coast: readonly Point[];
  readonly land: Feature<Polygon>;
}

/** The coast of an island: its corners with a line that winds between them, drawn again until it does not cross itself. */
function shoreOf({ id, name, corners }: Island, winding: Winding): Shore {
  for (let attempt = 1; attempt < 100; attempt++) {
    const dice = diceFor(`coast ${id} ${attempt}`);
    const points = corners.map(gridPoint);
    const coast = points.flatMap((point, i) => wound(point, points[(i + 1) % points.length], winding, dice));
    const land = ringOf(coast);
    if (kinks(land).features.length === 0) return { id, name, coast, land };
  }
  throw new Error(`The coast of ${name} crosses itself.`);
}

export const layShores = (): readonly Shore[] => ISLANDS.map((island) => shoreOf(island, NEAR));
export const layFarShores = (): readonly Shore[] => FAR_ISLANDS.map((island) => shoreOf(island, FAR));

/** Islets: nearly round, with a dozen corners. */
export const layIslets = (): readonly Feature<Polygon>[] =>
  ISLETS.map(([[east, north], radius], number) => {
    const dice = diceFor(`islet ${number}`);
    const long = 1 + 0.6 * dice();
    const turned = Math.PI * dice();
    const corners = 14;
    return ringOf(
      Array.from({ length: corners }, (_, corner) => {
        const angle = (2 * Math.PI * corner) / corners;
        const out = radius * (0.7 + 0.5 * dice());
        const [u, v] = [out * long * Math.cos(angle), (out / long) * Math.sin(angle)];
        return gridPoint([
          east + u * Math.cos(turned) - v * Math.sin(turned),
          north + u * Math.sin(turned) + v * Math.cos(turned),
        ]);
      }),
    );
  });
