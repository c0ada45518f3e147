/** How a row of steps is shown by itself: so many further each time, after so many milliseconds. */
interface Pace {
  readonly stride: number;
  readonly every: number;
}

/** Of a short row each step can be seen, milliseconds. */
const SLOW = 800;
/** Faster than this nobody sees what changes, and the map does not follow, milliseconds. */
const FAST = 150;
/** No row takes longer, milliseconds. */
const WHOLE = 30_000;

/** Every step where that takes no longer than half a minute; of more steps as many as can be seen in it. */
export function paceOf(steps: number): Pace {
  const every = Math.min(SLOW, Math.max(FAST, WHOLE / Math.max(1, steps)));
  return { every, stride: Math.max(1, Math.ceil((steps * every) / WHOLE)) };
}
