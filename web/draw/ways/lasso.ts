import type { BrushGround, BrushSpot } from "../brush.ts";
import { type At, type Chosen, NOTHING, type Selector, type Surface, type Way } from "./way.ts";

/**
 * A line around areas: drawn in one go, or corner by corner with clicks or the keyboard. What it goes around an even number of
 * times is outside.
 */
export const lasso: Way = { shape: "cross", begin: (surface) => lassoSelector(surface) };

/** Corners of the least area. */
const LEAST = 3;

function lassoSelector({ middles, touch }: Surface): Selector {
  let ring: Ring | undefined;
  let from: number | undefined;
  /** Where the button was pressed, until the pointer has gone from there. */
  let pressed: At | undefined;
  let isDragged = false;
  /** A line that was begun with a corner is closed by its first corner, not by letting go. */
  let byCorners = false;

  const isNear = (a: BrushSpot, b: BrushSpot): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= touch();
  const going = (rubber?: BrushSpot): Chosen =>
    ring ? { state: "going", units: ring.units(), from, line: rubber ? [...ring.line, rubber] : ring.line } : NOTHING;
  const close = (): Chosen | undefined => {
    if (!ring || ring.line.length < LEAST) return undefined;
    const taken: Chosen = { state: "taken", units: ring.units(), from };
    cancel();
    return taken;
  };
  const cancel = (): Chosen => {
    [ring, from, pressed, isDragged, byCorners] = [undefined, undefined, undefined, false, false];
    return NOTHING;
  };
  const add = ({ spot, unit }: At): void => {
    if (!ring) [ring, from] = [new Ring(middles), unit];
    ring.add(spot);
  };
  const set = (at: At): Chosen => {
    if (ring && ring.line.length >= LEAST && isNear(ring.line[0], at.spot)) return close() ?? going();
    byCorners = true;
    add(at);
    return going();
  };
  return {
    down: (at) => {
      [pressed, isDragged] = [at, false];
      return going(at.spot);
    },
    move: (at) => {
      if (!pressed) return going(at.spot);
      if (!isDragged && isNear(pressed.spot, at.spot)) return going(at.spot);
      if (!isDragged && !ring) add(pressed);
      isDragged = true;
      add(at);
      return going();
    },
    up: (at) => {
      const wasDragged = isDragged;
      [pressed, isDragged] = [undefined, false];
      if (!wasDragged) return set(at);
      return byCorners ? going() : (close() ?? cancel());
    },
    cancel,
    set,
    close,
  };
}

/**
 * A closed line that grows by a corner at a time, and the units inside it by the even-odd rule. A new corner changes three
 * sides: the one that closed the line goes, and two come. So each takes one look at every unit, however long the line is.
 */
export class Ring {
  readonly #middles: BrushGround;
  readonly #line: BrushSpot[] = [];
  /** 1 where the rays from a unit cross an odd number of sides, `[unit]`. */
  readonly #odd: Uint8Array;

  constructor(middles: BrushGround) {
    this.#middles = middles;
    this.#odd = new Uint8Array(middles.x.length);
  }

  get line(): readonly BrushSpot[] {
    return this.#line;
  }

  add(spot: BrushSpot): void {
    const [first, last] = [this.#line[0], this.#line.at(-1)];
    this.#line.push(spot);
    if (!first || !last) return;
    this.#turn(last, first);
    this.#turn(last, spot);
    this.#turn(spot, first);
  }

  units(): ReadonlySet<number> {
    const inside = new Set<number>();
    this.#odd.forEach((isOdd, unit) => {
      if (isOdd) inside.add(unit);
    });
    return inside;
  }

  /** Turns over the units whose ray to the east crosses a side; the same for the side the other way round, to the last bit. */
  #turn(a: BrushSpot, b: BrushSpot): void {
    const [low, high] = a.y < b.y ? [a, b] : [b, a];
    if (low.y === high.y) return;
    const slope = (high.x - low.x) / (high.y - low.y);
    const { x, y } = this.#middles;
    for (let unit = 0; unit < x.length; unit++)
      if (low.y <= y[unit] && y[unit] < high.y && x[unit] < low.x + (y[unit] - low.y) * slope) this.#odd[unit] ^= 1;
  }
}
