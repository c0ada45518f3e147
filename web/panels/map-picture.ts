import { drawnPlan } from "../map/drawn-plan.ts";
import type { assumedOnMap } from "../map/assumed-on-map.ts";
import type { CaseView, MapScenery } from "../worker/messages.ts";

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
