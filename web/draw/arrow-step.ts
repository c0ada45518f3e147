/** Pixels from the upper left corner of the map. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

const STEPS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where an arrow key leads from a spot, no farther than the edge of the map; undefined for any other key. */
export function arrowStep(from: Pixel, key: string, pixels: number, map: HTMLElement): Pixel | undefined {
  const step = STEPS[key];
  return step && within(map, { x: from.x + step.x * pixels, y: from.y + step.y * pixels });
}

/** The nearest spot on the map. */
export function within(map: HTMLElement, { x, y }: Pixel): Pixel {
  const { width, height } = map.getBoundingClientRect();
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

export function middleOf(map: HTMLElement): Pixel {
  const { width, height } = map.getBoundingClientRect();
  return { x: width / 2, y: height / 2 };
}
