import type { Overlaps } from "../geo/polygon-overlaps.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { areaInDegrees, type MapArea } from "./map-features.ts";
import type { Residents } from "./pupils.ts";
import type { Report } from "./report.ts";

/** A layer of areas with their ids. */
interface NamedAreas {
  readonly areas: readonly MapArea[];
  readonly id: readonly string[];
  readonly crs: Crs;
  readonly file: string;
}

/** Says which areas lie on each other, by how much, and how many pupils live in both. */
export function reportOverlaps(
  { areas, id, crs, file }: NamedAreas,
  { measured, more }: Overlaps,
  residents: readonly Residents[],
  report: Report,
): void {
  const shared = polygonLocator(measured.map((overlap) => areaInDegrees(overlap.shared, crs)));
  const pupilsIn = measured.map(() => 0);
  if (measured.length > 0)
    for (const resident of residents) for (const i of shared.allAt(resident)) pupilsIn[i] += resident.pupils;
  measured.forEach(({ one, other, squareMetres }, i) =>
    report("units.overlap", areas[other].feature.at(), {
      one: id[one],
      other: id[other],
      area: Math.round(squareMetres),
      pupils: pupilsIn[i],
    }),
  );
  if (more > 0) report("units.overlap-more", { file }, { count: more });
}
