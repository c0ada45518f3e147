import { ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import type { Metres, Minutes } from "../domain/quantities.ts";

/** A road line as it came: what its length and time are is settled, where it meets others is not. */
export interface RawLine {
  /** x and y in pairs, metres of the case's plane. */
  readonly xy: Float64Array;
  readonly kind: RoadKind;
  /** Length of the whole line along the road; left out, the drawn length counts. */
  readonly length?: Metres;
  readonly time: { readonly minutes: Minutes } | { readonly kmPerHour: number };
}

/** Raw lines laid end to end in arrays. Repeated vertices and lines of no length are gone. */
export interface LineArrays {
  readonly count: number;
  /** The vertices of line `i` are `start[i] … start[i + 1] - 1`, at least two. */
  readonly start: Uint32Array;
  /** Metres of the case's plane, `[2 * vertex]` east and `[2 * vertex + 1]` north. */
  readonly xy: Float64Array;
  /** Metres drawn from the line's first vertex, `[vertex]`. */
  readonly along: Float64Array;
  /** Index into ROAD_KINDS, `[line]`. */
  readonly kind: Uint8Array;
  /** Metres along the road and minutes of driving, `[line]`. */
  readonly length: Float64Array;
  readonly minutes: Float64Array;
  /** Lines left out because all their vertices are one point. */
  readonly dropped: number;
}

export function layOut(lines: readonly RawLine[]): LineArrays {
  const start = [0];
  const xy: number[] = [];
  const along: number[] = [];
  const kept: { line: RawLine; drawn: number }[] = [];
  for (const line of lines) {
    const first = along.length;
    for (let i = 0; i < line.xy.length; i += 2) {
      const [x, y] = [line.xy[i], line.xy[i + 1]];
      const step = along.length === first ? 0 : Math.hypot(x - xy[xy.length - 2], y - xy[xy.length - 1]);
      if (step === 0 && along.length > first) continue;
      along.push(along.length === first ? 0 : along[along.length - 1] + step);
      xy.push(x, y);
    }
    if (along.length - first >= 2) {
      kept.push({ line, drawn: along[along.length - 1] });
      start.push(along.length);
    } else {
      along.length = first;
      xy.length = 2 * first;
    }
  }
  const length = Float64Array.from(kept, ({ line, drawn }) => line.length ?? drawn);
  return {
    count: kept.length,
    start: Uint32Array.from(start),
    xy: Float64Array.from(xy),
    along: Float64Array.from(along),
    kind: Uint8Array.from(kept, ({ line }) => ROAD_KINDS.indexOf(line.kind)),
    length,
    minutes: Float64Array.from(kept, ({ line: { time } }, i) =>
      "minutes" in time ? time.minutes : (60 * length[i]) / 1000 / time.kmPerHour,
    ),
    dropped: lines.length - kept.length,
  };
}
