import type { MultiPolygon } from "geojson";
import type { DangerOnMap, MapScenery } from "../worker/messages.ts";
import type { AssumedOnMap } from "./assumed-on-map.ts";
import { DistrictMap } from "./district-map.ts";
import type { DrawnPlan } from "./drawn-plan.ts";
import { PAPER } from "./palette.ts";
import { districtsOnMap } from "./picture.ts";
import { withResolution } from "./png-resolution.ts";
import { wrapped } from "./wrapped.ts";

/** A4 on its side at 300 dots an inch; the map in it is laid out as large as it is printed, at three dots a pixel. */
const DPI = 300;
const [WIDTH, HEIGHT] = [3508, 2480];
const MARGIN = 120;
const MAP = { left: MARGIN, top: 330, width: 3264, height: 1680 };
const RATIO = 3;

interface PosterWords {
  readonly title: string;
  readonly subtitle: string;
  /** What has to be said of the picture, a line each. */
  readonly notes: readonly string[];
  /** Where the map and its figures come from: smaller, at the foot. */
  readonly sources: string;
  readonly font: string;
}

/** What is marked on the plan's map. */
interface PosterMarks {
  readonly changed: MultiPolygon | undefined;
  readonly assumed: AssumedOnMap;
  readonly dangers: readonly DangerOnMap[];
}

/** A sheet with a plan's map, its districts' colours and what has to be said of it, as PNG. */
export async function posterOf(
  scenery: MapScenery,
  plan: DrawnPlan,
  marks: PosterMarks,
  words: PosterWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const map = await drawnMap(scenery, plan, marks, POSTER_SPACE, MAP.width);
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [WIDTH, HEIGHT];
  const pen = sheet.getContext("2d");
  if (!pen) throw new Error("This browser draws no pictures");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.drawImage(map, MAP.left, MAP.top, MAP.width, MAP.height);
  pen.strokeStyle = PAPER.outline;
  pen.lineWidth = 3;
  pen.strokeRect(MAP.left, MAP.top, MAP.width, MAP.height);
  write(pen, plan, words);
  const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, "image/png"));
  if (!blob) throw new Error("The picture is too large for this browser");
  return withResolution(new Uint8Array(await blob.arrayBuffer()), DPI);
}

/** What a map is laid out in, pixels: the larger, the smaller its names are where it is printed. */
interface Space {
  readonly width: number;
  readonly height: number;
}
const POSTER_SPACE: Space = { width: MAP.width / RATIO, height: MAP.height / RATIO };
/** Names that can be read where the map is as wide as the lines of an upright A4. */
const PICTURE_SPACE: Space = { width: 800, height: 450 };

/** As wide as the lines of an upright A4 (174 mm), at 300 dots an inch. */
export const PICTURE = { width: 2056, height: Math.round((2056 * PICTURE_SPACE.height) / PICTURE_SPACE.width) };

/** The map by itself as a picture that a page holds in itself: the address of its own data. */
export async function mapPicture(scenery: MapScenery, plan: DrawnPlan, marks: PosterMarks): Promise<string> {
  const map = await drawnMap(scenery, plan, marks, PICTURE_SPACE, PICTURE.width);
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [PICTURE.width, PICTURE.height];
  const pen = picture.getContext("2d");
  if (!pen) throw new Error("This browser draws no pictures");
  pen.drawImage(map, 0, 0, picture.width, picture.height);
  // Written apart from the page's own thread.
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, "image/jpeg", 0.88));
  if (!blob) throw new Error("The picture is too large for this browser");
  return addressOf(blob);
}

/** What holds a file's bytes in itself. */
const addressOf = (blob: Blob): Promise<string> =>
  new Promise((done, refuse) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (typeof reader.result === "string") done(reader.result);
    });
    reader.addEventListener("error", () => refuse(reader.error ?? new Error("The picture cannot be read")));
    reader.readAsDataURL(blob);
  });

/** The map by itself, out of sight, so many dots wide. It is drawn so finely once, when all of it is there. */
async function drawnMap(
  scenery: MapScenery,
  plan: DrawnPlan,
  { changed, assumed, dangers }: PosterMarks,
  { width, height }: Space,
  dots: number,
): Promise<HTMLCanvasElement> {
  const holder = document.createElement("div");
  holder.style.cssText = `position:fixed;left:-9999px;top:0;width:${width}px;height:${height}px`;
  document.body.append(holder);
  const map = new DistrictMap(
    holder,
    scenery,
    plan,
    { motion: "calm", drawing: "printed" },
    { onPoint: () => undefined, onPick: () => undefined },
  );
  try {
    map.show("changed", changed);
    map.show("dangers", dangers);
    map.show("assumed", assumed);
    await map.whenDrawn();
    const paper = document.createElement("canvas");
    await map.copyFinely(paper, dots / width);
    return paper;
  } finally {
    map.end();
    holder.remove();
  }
}

function write(
  pen: CanvasRenderingContext2D,
  { picture }: DrawnPlan,
  { title, subtitle, notes, sources, font }: PosterWords,
): void {
  pen.fillStyle = "#1a1a1a";
  pen.textBaseline = "alphabetic";
  pen.font = `600 100px ${font}`;
  pen.fillText(title, MARGIN, 180, WIDTH - 2 * MARGIN);
  pen.font = `400 52px ${font}`;
  pen.fillText(subtitle, MARGIN, 268, WIDTH - 2 * MARGIN);
  let [x, y] = [MARGIN, MAP.top + MAP.height + 80];
  for (const { name, key, hue } of districtsOnMap(picture)) {
    const width = pen.measureText(name).width + 170;
    if (x + width > WIDTH - MARGIN && x > MARGIN) [x, y] = [MARGIN, y + 76];
    pen.fillStyle = hue.fill;
    pen.strokeStyle = hue.ink;
    pen.lineWidth = 5;
    pen.beginPath();
    pen.arc(x + 30, y - 18, 28, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.fillStyle = hue.ink;
    pen.font = `600 36px ${font}`;
    pen.textAlign = "center";
    pen.fillText(key, x + 30, y - 5);
    pen.fillStyle = "#1a1a1a";
    pen.font = `400 52px ${font}`;
    pen.textAlign = "start";
    pen.fillText(name, x + 78, y);
    x += width;
  }
  pen.fillStyle = "#4a4a4a";
  const foot = writeUp(pen, sources, { bottom: HEIGHT - 50, size: 30, font });
  notes.reduceRight((bottom, note) => writeUp(pen, note, { bottom, size: 38, font }), foot - 10);
}

interface Written {
  /** Where its last line stands, dots from the top. */
  readonly bottom: number;
  /** Height of its letters, dots. */
  readonly size: number;
  readonly font: string;
}

/** Writes a text in as many lines as it needs, upwards from where its last stands; where the next above it may end. */
function writeUp(pen: CanvasRenderingContext2D, text: string, { bottom, size, font }: Written): number {
  pen.font = `400 ${size}px ${font}`;
  const leading = 1.33 * size;
  const lines = wrapped(text, (line) => pen.measureText(line).width <= WIDTH - 2 * MARGIN);
  lines.forEach((line, i) => pen.fillText(line, MARGIN, bottom - leading * (lines.length - 1 - i)));
  return bottom - leading * lines.length;
}
