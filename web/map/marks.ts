/** A small picture that a pattern or a mark of the map is made of. */
export interface Mark {
  readonly name: string;
  /** Side of the square, pixels. */
  readonly size: number;
  /** Draws it; a path that is left over is stroked. */
  readonly draw: (pen: CanvasRenderingContext2D) => void;
}

/** Drawn at twice their size for sharp screens. */
export const PIXEL_RATIO = 2;

export function imageOf({ size, draw }: Mark): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * PIXEL_RATIO;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("The browser cannot draw");
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.strokeStyle = "#333333";
  pen.beginPath();
  draw(pen);
  pen.stroke();
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
