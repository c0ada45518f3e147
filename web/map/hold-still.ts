import type { Map as Canvas } from "maplibre-gl";

/** While a hand is on the map every place stays where it is on the screen, though the map gets lower or higher. */
export interface Stillness {
  /** Holds it until the given function is called. */
  readonly hold: () => () => void;
  /** To be called when the map has got another size: whether its places were kept where they were. */
  readonly resized: () => "kept" | "free";
}

/** What comes and goes under the map is at most this high; more is a window made larger, or a keyboard on the screen. Pixels. */
const MOST_KEPT = 160;

export function stillness(canvas: Canvas): Stillness {
  const container = canvas.getContainer();
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  let last = size();
  let held = 0;
  return {
    hold: () => {
      held++;
      return () => void held--;
    },
    resized: () => {
      const before = last;
      last = size();
      const higher = last.height - before.height;
      if (held === 0 || last.width !== before.width || Math.abs(higher) > MOST_KEPT) return "free";
      // The library keeps the middle in the middle; what is looked at hangs from the top.
      canvas.panBy([0, higher / 2], { duration: 0 });
      return "kept";
    },
  };
}
