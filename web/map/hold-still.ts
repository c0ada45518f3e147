import type { Map as Canvas } from "maplibre-gl";

/** While a hand is on the map every place stays where it is on the screen, though the map gets lower or higher. */
export interface Stillness {
  /** Holds it until the given function is called. */
  readonly hold: () => () => void;
  /** To be called when the map has got another size: whether its places were kept where they were. */
  readonly resized: () => "kept" | "free";
}

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
      // Turned or made wider by a person, it is another map, and is shown anew.
      if (held === 0 || last.width !== before.width) return "free";
      // The library keeps the middle in the middle; what is looked at hangs from the top.
      canvas.panBy([0, (last.height - before.height) / 2], { duration: 0 });
      return "kept";
    },
  };
}
