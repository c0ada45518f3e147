import type { Map as Canvas } from "maplibre-gl";

/** So much of a picture is drawn at once, dots from top to bottom. */
const STRIP = 64;

/**
 * Copies what a map shows at `ratio` dots a pixel, strip by strip: without a graphics card all at once takes seconds, in which nothing on
 * the page answers. Every strip is of the same picture, of which the rest is cut off, so that no name breaks at an edge.
 */
export async function copyFinely(canvas: Canvas, paper: HTMLCanvasElement, ratio: number): Promise<void> {
  const drawn = canvas.getCanvas();
  const card = drawn.getContext("webgl2");
  card?.enable(card.SCISSOR_TEST);
  // What the library draws by itself meanwhile costs nothing.
  card?.scissor(0, 0, 0, 0);
  canvas.setPixelRatio(ratio);
  if (card) await drawnBefore(card);
  const { width, height } = drawn;
  [paper.width, paper.height] = [width, height];
  const pen = paper.getContext("2d");
  for (let top = 0; top < height; top += STRIP) {
    const high = Math.min(STRIP, height - top);
    card?.scissor(0, height - top - high, width, high);
    canvas.redraw();
    pen?.drawImage(drawn, 0, top, width, high, 0, top, width, high);
    await moment();
  }
}

const moment = (): Promise<void> => new Promise((done) => setTimeout(done, 10));

/** Waits, while others have their turn, until all is drawn that was asked for: whoever reads the picture before that waits on the spot. */
async function drawnBefore(card: WebGL2RenderingContext): Promise<void> {
  const fence = card.fenceSync(card.SYNC_GPU_COMMANDS_COMPLETE, 0);
  card.flush();
  if (!fence) return;
  while (!card.isContextLost() && card.getSyncParameter(fence, card.SYNC_STATUS) !== card.SIGNALED) await moment();
}
