import type { Band, Grades } from "../../domain/grades.ts";

/**
 * Who may go where, as arrays. A row is a (unit, band) pair with pupils, or one without that a rule names; its candidates are the sites it may go to, numbered
 * `first[row] … first[row + 1])`. A candidate's number is also the number of its column in the model: 1 when the row goes there.
 */
export interface AssignmentFrame {
  readonly grades: Grades;
  readonly rows: number;
  /** `unit * BAND_COUNT + band`, `[row]`. */
  readonly pair: Uint32Array;
  /** `[row]` */
  readonly pupils: Float64Array;
  /** Today's site, `[row]`; NO_SITE where there is none. */
  readonly today: Uint16Array;
  readonly first: Uint32Array;
  readonly candidates: number;
  /** `[candidate]`: its row and site, pupil-metres one way, the longest way in metres, pupils with a right to transport. */
  readonly rowOf: Uint32Array;
  readonly site: Uint16Array;
  readonly metres: Float64Array;
  readonly longest: Float64Array;
  readonly rights: Float64Array;
  /** Of these, whom a public bus of the timetable serves surely, and perhaps. */
  readonly rightsByBus: Float64Array;
  readonly rightsPerhapsByBus: Float64Array;
  readonly sites: readonly FrameSite[];
}

export interface FrameSite {
  readonly name: string;
  /** Places, `[band]`; `undefined` where unknown. */
  readonly capacity: readonly (number | undefined)[];
  /** Bands it teaches in the plan, as a set. */
  readonly teaches: number;
  /** The unit it stands in; `undefined` where it stands in none. */
  readonly unit?: number;
  /** Number of its district in the plan; `undefined` for a site in none. */
  readonly district?: number;
}

export const bandOfRow = ({ pair, grades }: AssignmentFrame, row: number): Band => pair[row] % grades.bandCount;
export const unitOfRow = ({ pair, grades }: AssignmentFrame, row: number): number =>
  Math.floor(pair[row] / grades.bandCount);

/** Candidates by site and band: `candidatesAt(frame)(site, band)` lists the columns of everybody who may go there. */
export function candidatesAt(frame: AssignmentFrame): (site: number, band: Band) => readonly number[] {
  const lists = new Map<number, number[]>();
  for (let candidate = 0; candidate < frame.candidates; candidate++) {
    const key = frame.site[candidate] * frame.grades.bandCount + bandOfRow(frame, frame.rowOf[candidate]);
    const list = lists.get(key);
    if (list) list.push(candidate);
    else lists.set(key, [candidate]);
  }
  return (site, band) => lists.get(site * frame.grades.bandCount + band) ?? [];
}

/** The candidate that sends a row to a site; `undefined` where it may not go there. */
export function candidateFor(frame: AssignmentFrame, row: number, site: number): number | undefined {
  for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++)
    if (frame.site[candidate] === site) return candidate;
  return undefined;
}
