import { type BrushSpot, sweep } from "../brush.ts";
import { type At, type Chosen, NOTHING, type Selector, type Surface, type Way } from "./way.ts";

/** A round brush: takes what it touches on its way. */
export const brush: Way = { shape: "ring", begin: (surface) => brushSelector(surface) };

function brushSelector({ middles, radius }: Surface): Selector {
  let stroke: { readonly units: Set<number>; readonly from: number | undefined; last: BrushSpot } | undefined;
  const touched = (from: BrushSpot, { spot, unit }: At, into: Set<number>): void => {
    sweep(middles, from, spot, radius(), into);
    if (unit !== undefined) into.add(unit);
  };
  const down = (at: At): Chosen => {
    stroke = { units: new Set(), from: at.unit, last: at.spot };
    return move(at);
  };
  const move = (at: At): Chosen => {
    if (!stroke) {
      const units = new Set<number>();
      touched(at.spot, at, units);
      return { state: "over", units, from: at.unit };
    }
    touched(stroke.last, at, stroke.units);
    stroke.last = at.spot;
    return { state: "going", units: stroke.units, from: stroke.from };
  };
  const up = (at: At): Chosen => {
    const { units, from } = move(at);
    stroke = undefined;
    return { state: "taken", units, from };
  };
  const cancel = (): Chosen => {
    stroke = undefined;
    return NOTHING;
  };
  return { down, move, up, cancel, set: (at) => (down(at), up(at)), close: () => undefined };
}
