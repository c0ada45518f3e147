import { ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import type { Metres, Minutes } from "../domain/quantities.ts";
import { NumberList } from "../kernels/number-list.ts";
import type { OneWay } from "./road-kinds.ts";

/** A road line as it came: what its length and time are is settled, where it meets others is not. */
export interface RawLine {
  /** x and y in pairs, metres of the case's plane. */
  readonly xy: Float64Array;
  readonly kind: RoadKind;
  /** Length of the whole line along the road; left out, the drawn length counts. */
  readonly length?: Metres;
  readonly time: { readonly minutes: Minutes } | { readonly kmPerHour: number };
  /** Which way cars may drive; both where it is left out. */
  readonly oneWay?: OneWay;
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
  /** See {@link RawLine}, `[line]`. */
  readonly oneWay: Int8Array;
  /** Lines left out because all their vertices are one point. */
  readonly dropped: number;
}

export function layOut(lines: Iterable<RawLine>): LineArrays {
  const [start, xy, along, kind, length, minutes, oneWay] = Array.from({ length: 7 }, () => new NumberList());
  start.push(0);
  let dropped = 0;
  for (const line of lines) {
    const first = along.length;
    let [lastX, lastY, drawn] = [0, 0, 0];
    for (let i = 0; i < line.xy.length; i += 2) {
      const [x, y] = [line.xy[i], line.xy[i + 1]];
      if (along.length > first) {
        const step = Math.hypot(x - lastX, y - lastY);
        if (step === 0) continue;
        drawn += step;
      }
      along.push(drawn);
      xy.push(x);
      xy.push(y);
      [lastX, lastY] = [x, y];
    }
    if (along.length - first < 2) {
      along.cut(first);
      xy.cut(2 * first);
      dropped++;
      continue;
    }
    start.push(along.length);
    kind.push(ROAD_KINDS.indexOf(line.kind));
    oneWay.push(line.oneWay ?? 0);
    const metres = line.length ?? drawn;
    length.push(metres);
    minutes.push("minutes" in line.time ? line.time.minutes : (60 * metres) / 1000 / line.time.kmPerHour);
  }
  return {
    count: kind.length,
    start: start.toWholes(),
    xy: xy.toFloats(),
    along: along.toFloats(),
    kind: kind.into(new Uint8Array(kind.length)),
    length: length.toFloats(),
    minutes: minutes.toFloats(),
    oneWay: oneWay.into(new Int8Array(kind.length)),
    dropped,
  };
}
