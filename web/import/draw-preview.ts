import type { DrawnFiles } from "../../src/index.ts";

/** Where what is drawn lies: its middle in degrees, and how wide it is. */
export interface PreviewExtent {
  readonly lon: number;
  readonly lat: number;
  readonly kilometres: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const KILOMETRES_PER_DEGREE = 111.32;
const PADDING = 24;
/** So many homes at most are dots: more are one colour, and take a second to draw. */
const MOST_HOMES = 20_000;

/** The extent of all that has a place; `undefined` where nothing has. One file far from the others makes it wide, which is what is to be seen. */
export function extentOf({ schools, pupils, roads, outline, areas }: DrawnFiles): PreviewExtent | undefined {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  const take = (lon: number, lat: number): void => {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  };
  for (const { lon, lat } of schools) take(lon, lat);
  for (const pairs of [pupils, ...roads, ...outline, ...areas])
    for (let i = 0; i + 1 < pairs.length; i += 2) take(pairs[i], pairs[i + 1]);
  if (!Number.isFinite(west)) return undefined;
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const kilometres = (east - west) * KILOMETRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return { lon, lat, kilometres, west, east, south, north };
}

/** Colours of the page, from its own style. */
const colour = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

/** Draws roads, areas, the border, pupils and schools with their names, north up, with a scale. */
export function drawPreview(
  canvas: HTMLCanvasElement,
  drawn: DrawnFiles,
  extent: PreviewExtent,
  scaleText: (kilometres: number) => string,
): void {
  const pen = canvas.getContext("2d");
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!pen || width === 0) return;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.scale(ratio, ratio);
  pen.clearRect(0, 0, width, height);
  const perLon = Math.cos((extent.lat * Math.PI) / 180);
  const spread = Math.max(1e-6, (extent.east - extent.west) * perLon);
  const rise = Math.max(1e-6, extent.north - extent.south);
  const scale = Math.min((width - 2 * PADDING) / spread, (height - 2 * PADDING) / rise);
  const x = (lon: number): number => width / 2 + (lon - extent.lon) * perLon * scale;
  const y = (lat: number): number => height / 2 - (lat - extent.lat) * scale;
  const line = (pairs: Float32Array): void => {
    pen.moveTo(x(pairs[0]), y(pairs[1]));
    for (let i = 2; i + 1 < pairs.length; i += 2) pen.lineTo(x(pairs[i]), y(pairs[i + 1]));
  };
  const ink = colour(canvas, "--ink");
  pen.strokeStyle = colour(canvas, "--line-strong");
  pen.lineWidth = 0.6;
  pen.beginPath();
  drawn.roads.forEach(line);
  pen.stroke();
  pen.strokeStyle = colour(canvas, "--link");
  pen.lineWidth = 1;
  pen.beginPath();
  drawn.areas.forEach(line);
  pen.stroke();
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.setLineDash([5, 3]);
  pen.beginPath();
  drawn.outline.forEach(line);
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = colour(canvas, "--link");
  const stride = 2 * Math.ceil(drawn.pupils.length / 2 / MOST_HOMES);
  for (let i = 0; i + 1 < drawn.pupils.length; i += stride)
    pen.fillRect(x(drawn.pupils[i]) - 1, y(drawn.pupils[i + 1]) - 1, 2, 2);
  drawSchools(pen, drawn, { x, y, ink, paper: colour(canvas, "--paper") });
  drawScale(pen, KILOMETRES_PER_DEGREE / scale, height, ink, scaleText);
}

interface Place {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  readonly ink: string;
  readonly paper: string;
}

/** Names are left out where one stands already. */
function drawSchools(pen: CanvasRenderingContext2D, { schools }: DrawnFiles, { x, y, ink, paper }: Place): void {
  pen.font = "12px 'IBM Plex Sans', sans-serif";
  const taken: { readonly left: number; readonly right: number; readonly top: number }[] = [];
  for (const { name, lon, lat } of schools) {
    pen.beginPath();
    pen.arc(x(lon), y(lat), 4.5, 0, 2 * Math.PI);
    pen.fillStyle = paper;
    pen.fill();
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.stroke();
    const box = { left: x(lon) + 8, right: x(lon) + 8 + pen.measureText(name).width, top: y(lat) };
    if (taken.some((other) => Math.abs(other.top - box.top) < 13 && other.left < box.right && box.left < other.right))
      continue;
    taken.push(box);
    pen.lineWidth = 3;
    pen.strokeStyle = paper;
    pen.strokeText(name, box.left, box.top + 4);
    pen.fillStyle = ink;
    pen.fillText(name, box.left, box.top + 4);
  }
}

/** A bar of a round length. */
function drawScale(
  pen: CanvasRenderingContext2D,
  kilometresPerPixel: number,
  height: number,
  ink: string,
  text: (kilometres: number) => string,
): void {
  const most = 120 * kilometresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const kilometres = [5, 2, 1].map((each) => each * power).find((each) => each <= most) ?? power;
  const pixels = kilometres / kilometresPerPixel;
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(10, height - 14);
  pen.lineTo(10, height - 9);
  pen.lineTo(10 + pixels, height - 9);
  pen.lineTo(10 + pixels, height - 14);
  pen.stroke();
  pen.fillStyle = ink;
  pen.font = "12px 'IBM Plex Sans', sans-serif";
  pen.fillText(text(kilometres), 16 + pixels, height - 8);
}
