import { seededRandom } from "../../src/kernels/random.ts";
import { DANISH_PLANE, toDegrees } from "../../src/geo/projection.ts";

/** The south-western corner of all made-up towns, EPSG:25832, from which metres in them are counted. */
const CORNER = { x: 560_000, y: 6_130_000 };

export const caseJson = (name: string): string =>
  JSON.stringify({
    format: "skoledistrikt-case",
    version: 1,
    name,
    code: "0999",
    schoolYear: "2025/26",
    priceYear: 2025,
    units: { kind: "h3", resolution: 9 },
    sources: [{ what: "everything", from: "made up for a benchmark" }],
  });

export const SITE_COLUMNS = "id;name;town;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9";

export const degrees = (x: number, y: number): readonly [lon: string, lat: string] => {
  const { lon, lat } = toDegrees(DANISH_PLANE, [CORNER.x + x, CORNER.y + y]);
  return [lon[0].toFixed(7), lat[0].toFixed(7)];
};

/** From the south-western corner to the north-eastern. */
export function outline([west, south]: readonly [number, number], [east, north]: readonly [number, number]): string {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x, y]) => degrees(x, y).map(Number));
  return JSON.stringify({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } });
}

/** A register, line by line, of pupils who live anywhere in the town. Two in five live where another does. */
export function* register(
  { pupils, seed }: { readonly pupils: number; readonly seed: number },
  width: number,
  height: number,
): Generator<string> {
  const random = seededRandom(seed + 1);
  const homes: (readonly [lon: string, lat: string])[] = [];
  yield "elevnr;bredde;længde;klassetrin\n";
  for (let pupil = 0; pupil < pupils; pupil++) {
    const isNew = homes.length === 0 || random() < 0.6;
    const [lon, lat] = isNew
      ? degrees(random() * width, random() * height)
      : homes[Math.floor(random() * homes.length)];
    if (isNew) homes.push([lon, lat]);
    yield `${pupil + 1};${lat};${lon};${Math.floor(10 * random())}\n`;
  }
}
