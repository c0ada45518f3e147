import type { Crs } from "../../geo/coordinate-systems.ts";
import { type Distinction, apartBy } from "./guess.ts";
import type { SourcePart, SourceShape } from "./source.ts";

/** A part of a file to be looked at: its first rows, and by what it may be cut down to the case. */
export interface PartLook {
  readonly file: string;
  readonly part?: string;
  readonly shape: SourceShape;
  readonly columns: readonly string[];
  readonly count: number;
  readonly first: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly apart: readonly Distinction[];
  readonly crs?: Crs;
}

const FIRST_ROWS = 5;

export function partLook(part: SourcePart): PartLook {
  const { file, shape, columns, count, crs } = part;
  return {
    file,
    ...(part.part !== undefined && { part: part.part }),
    shape,
    columns,
    count,
    first: Array.from({ length: Math.min(count, FIRST_ROWS) }, (_, row) => {
      const place = part.placeOf(row);
      return {
        number: "line" in place ? place.line : place.feature,
        cells: columns.map((column) => part.cell(row, column)),
      };
    }),
    apart: apartBy(part),
    ...(crs && { crs }),
  };
}
