import type { Grades } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import type { PupilReading } from "./pupils.ts";
import type { Report } from "./report.ts";

/** Fewer pupils than this are no sign of anything: protected addresses, newcomers, a day's difference. */
const FEW = 20;
/** A shortfall beyond this share of the registered pupils is a damaged file, since few cross the municipality's border. */
const MOST_MISSING = 0.1;
/** The same for a single grade, which varies more. */
const MOST_MISSING_IN_GRADE = 0.25;
/** A difference below this share needs no word. */
const SLIGHT = 0.03;

/**
 * Holds the pupils of the file against those that the sites have by the register. Sites without figures may have any number,
 * so with one of those among the open sites only too few pupils can be told.
 */
export function checkRegistered(
  grades: Grades,
  sites: readonly Site[],
  { residents, leftOut }: Pick<PupilReading, "residents" | "leftOut">,
  file: string,
  report: Report,
): void {
  const open = sites.filter(({ teaches }) => teaches !== 0);
  const registered = grades.all.map((grade) => open.reduce((sum, site) => sum + (site.registered?.[grade] ?? 0), 0));
  const read = grades.all.map(() => 0);
  for (const { grade, pupils } of residents) read[grade] += pupils;
  const [all, found] = [sumOf(registered), sumOf(read) + leftOut.nowhere];
  const missing = all - found;
  if (isFar(missing, all, MOST_MISSING)) {
    report("pupils.fewer-than-registered", { file }, { read: found, registered: all, missing });
    return;
  }
  const short = grades.all.filter((grade) =>
    isFar(registered[grade] - read[grade] - leftOut.nowhere, registered[grade], MOST_MISSING_IN_GRADE),
  );
  if (short.length > 0) {
    const list = short.map((grade) => `${grades.names[grade]} (${read[grade]} / ${registered[grade]})`).join(", ");
    report("pupils.grade-short", { file }, { grades: list });
    return;
  }
  const isTelling = missing > 0 || open.every((site) => site.registered);
  if (isTelling && isFar(Math.abs(missing), all, SLIGHT))
    report("pupils.not-as-registered", { file }, { read: found, registered: all });
}

const isFar = (lacking: number, of: number, share: number): boolean => lacking >= FEW && lacking > share * of;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
