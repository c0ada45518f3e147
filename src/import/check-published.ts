import { GRADE_COUNT } from "../domain/grades.ts";
import type { Demand } from "../domain/municipality.ts";
import { type Published, SMALLEST_SHOWN } from "../domain/published.ts";
import { CASE_FILES } from "./case-files.ts";
import type { Report } from "./report.ts";

/** A case says that it is published: it is not believed before no place in it has one to four pupils in a grade. */
export function checkPublished(
  published: Published | undefined,
  { pointCount, pupils, lon, lat }: Demand,
  report: Report,
): void {
  if (!published) return;
  const places = Array.from({ length: pointCount }, (_, point) => point).filter((point) =>
    pupils.subarray(point * GRADE_COUNT, (point + 1) * GRADE_COUNT).some(isFew),
  );
  if (places.length === 0) return;
  const first = `${lat[places[0]].toFixed(5)} ${lon[places[0]].toFixed(5)}`;
  report("published.few", { file: CASE_FILES.pupils }, { count: places.length, first });
}

const isFew = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN;
