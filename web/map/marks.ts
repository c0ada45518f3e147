/** The small pictures that the map's patterns and marks are made of, drawn at twice their size for sharp screens. */
const PIXEL_RATIO = 2;

interface Mark {
  readonly name: string;
  readonly image: ImageData;
  readonly pixelRatio: number;
}

/** Diagonal lines: units that change school. */
const HATCH_SIZE = 7;
/** Hollow circle with a stroke through: a closed site. */
const CLOSED_SIZE = 17;

/** Dots, two a square: locked areas. */
const DOTS_SIZE = 9;
/** A padlock on white. */
const PADLOCK_SIZE = 18;

export const marks = (): readonly Mark[] => [
  drawn("hatch", HATCH_SIZE, (pen) => {
    pen.lineWidth = 1;
    for (const shift of [-HATCH_SIZE, 0, HATCH_SIZE]) {
      pen.moveTo(shift - 1, HATCH_SIZE + 1);
      pen.lineTo(shift + HATCH_SIZE + 1, -1);
    }
  }),
  drawn("closed", CLOSED_SIZE, (pen) => {
    pen.lineWidth = 1.8;
    const middle = CLOSED_SIZE / 2;
    pen.arc(middle, middle, middle - 3, 0, 2 * Math.PI);
    pen.moveTo(2, CLOSED_SIZE - 2);
    pen.lineTo(CLOSED_SIZE - 2, 2);
  }),
  drawn("dots", DOTS_SIZE, (pen) => {
    pen.lineWidth = 1.9;
    pen.lineCap = "round";
    for (const at of [DOTS_SIZE / 4, (3 * DOTS_SIZE) / 4]) {
      pen.moveTo(at, at);
      pen.lineTo(at + 0.01, at);
    }
  }),
  drawn("padlock", PADLOCK_SIZE, (pen) => {
    const middle = PADLOCK_SIZE / 2;
    pen.fillStyle = "#ffffff";
    pen.arc(middle, middle, middle - 1, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.fillStyle = "#1a1a1a";
    pen.fillRect(middle - 4, middle - 1, 8, 5.5);
    pen.beginPath();
    pen.lineWidth = 1.7;
    pen.arc(middle, middle - 1, 2.6, Math.PI, 0);
  }),
];

function drawn(name: string, size: number, draw: (pen: CanvasRenderingContext2D) => void): Mark {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * PIXEL_RATIO;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("The browser cannot draw");
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.strokeStyle = "#333333";
  pen.beginPath();
  draw(pen);
  pen.stroke();
  return { name, image: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: PIXEL_RATIO };
}
