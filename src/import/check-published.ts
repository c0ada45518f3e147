import type { Grades } from "../domain/grades.ts";
import type { Demand } from "../domain/municipality.ts";
import { type Published, SMALLEST_SHOWN } from "../domain/published.ts";
import { CASE_FILES } from "./case-files.ts";
import type { Report } from "./report.ts";

/** A case says that it is published: it is not believed before no place in it has one to four pupils in a grade. */
export function checkPublished(
  { count }: Grades,
  published: Published | undefined,
  { pointCount, pupils, lon, lat }: Demand,
  report: Report,
): void {
  if (!published) return;
  const places = Array.from({ length: pointCount }, (_, point) => point).filter((point) =>
    pupils.subarray(point * count, (point + 1) * count).some(isFew),
  );
  if (places.length === 0) return;
  const first = `${lat[places[0]].toFixed(5)} ${lon[places[0]].toFixed(5)}`;
  report("published.few", { file: CASE_FILES.pupils }, { count: places.length, first });
}

const isFew = (pupils: number): boolean => pupils > 0 && pupils < SMALLEST_SHOWN;
