import type { CouncilMap } from "../../src/index.ts";
import { drawnPlan } from "../map/drawn-plan.ts";
import { districtsOnMap } from "../map/picture.ts";
import type { assumedOnMap } from "../map/assumed-on-map.ts";
import type { CaseView, MapScenery } from "../worker/messages.ts";

/** The same with its size and what its colours stand for, as papers have it. */
export async function planMap(...of: Parameters<typeof mapPictureOf>): Promise<CouncilMap | undefined> {
  const picture = await mapPictureOf(...of);
  if (picture === undefined) return undefined;
  const { PICTURE: size } = await import("../map/poster.ts");
  const [view, , document] = of;
  const districts = districtsOnMap(drawnPlan(view, document, "lowest").picture);
  return {
    picture,
    size,
    districts: districts.map(({ name, key: letter, hue: { fill, ink } }) => ({ name, letter, fill, ink })),
  };
}

/** The map of a plan as a picture for a page by itself, in the lowest grades; none where this browser draws no map. */
export async function mapPictureOf(
  view: CaseView,
  scenery: MapScenery,
  of: Parameters<typeof drawnPlan>[1],
  assumed: ReturnType<typeof assumedOnMap>,
): Promise<string | undefined> {
  try {
    const { mapPicture } = await import("../map/poster.ts");
    const marks = { changed: undefined, assumed, dangers: view.dangers };
    return await mapPicture(scenery, drawnPlan(view, of, "lowest"), marks);
  } catch {
    return undefined;
  }
}
