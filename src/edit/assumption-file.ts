import { type Grades, NO_BANDS, bandsNamed } from "../domain/grades.ts";
import type { Assumption } from "../domain/assumption.ts";
import type { Units } from "../domain/municipality.ts";
import type { AssumptionFile, ChangeFile } from "../protocol/proposal-file.ts";
import type { Change } from "./change.ts";

type Assuming = Change & { readonly kind: "assumption" };
type AssumingFile = ChangeFile & { readonly kind: "assumption" };

/** An assumption with its unit and grades by name. */
export function writeAssuming(grades: Grades, { id, from, to }: Assuming, units: Pick<Units, "id">): AssumingFile {
  const write = (assumption: Assumption): AssumptionFile => {
    if (assumption.kind === "cost" || assumption.kind === "claim") return assumption;
    if (assumption.kind === "housing") return { ...assumption, unit: units.id[assumption.unit] };
    const { kind, name, bands, along } = assumption;
    const written = grades.bands.filter(({ band }) => (bands & (1 << band)) > 0).map(({ key }) => key);
    return { kind, name, bands: written, along: along.map(({ lon, lat }) => ({ lon, lat })) };
  };
  return { kind: "assumption", id, ...(from && { from: write(from) }), ...(to && { to: write(to) }) };
}

/** The change; else the unit that is not known. */
export function readAssuming(
  grades: Grades,
  { id, from, to }: AssumingFile,
  numberOf: (unit: string) => number | undefined,
): Assuming | { readonly unknown: string } {
  const [before, after] = [from, to].map((file) => file && readAssumption(grades, file, numberOf));
  if (before && "unknown" in before) return before;
  if (after && "unknown" in after) return after;
  return { kind: "assumption", id, ...(before && { from: before }), ...(after && { to: after }) };
}

function readAssumption(
  grades: Grades,
  file: AssumptionFile,
  numberOf: (unit: string) => number | undefined,
): Assumption | { readonly unknown: string } {
  if (file.kind === "cost" || file.kind === "claim") return file;
  if (file.kind === "danger") {
    const bands = file.bands
      .flatMap((key) => bandsNamed(grades, key))
      .reduce((set, band) => set | (1 << band), NO_BANDS);
    return { ...file, bands };
  }
  const unit = numberOf(file.unit);
  return unit === undefined ? { unknown: file.unit } : { ...file, unit };
}
