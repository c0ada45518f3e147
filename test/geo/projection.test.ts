import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  DANISH_PLANE,
  degreesPoint,
  planePoint,
  straightMetres,
  toDegrees,
  toPlane,
} from "../../src/geo/projection.ts";

/** Eastings and northings published for three schools (the register's projected and geographic coordinates). */
const SCHOOLS = [
  { name: "Bjergmarken", lon: 11.73793482, lat: 55.70802969, x: 672_020, y: 6_176_982 },
  { name: "Jyderup", lon: 11.41699706, lat: 55.66364732, x: 652_033, y: 6_171_294 },
  { name: "Orø", lon: 11.80711702, lat: 55.76672207, x: 676_101, y: 6_183_685 },
];

test.each(SCHOOLS)("$name lies where the register says, both ways, within a metre", ({ lon, lat, x, y }) => {
  const plane = planePoint(DANISH_PLANE, { lon, lat });
  expect(Math.hypot(plane.x - x, plane.y - y)).toBeLessThan(1);
  const back = degreesPoint(DANISH_PLANE, { x, y });
  expect(back.lon).toBeCloseTo(lon, 4);
  expect(back.lat).toBeCloseTo(lat, 4);
});

const inDenmark = fc.record({
  lon: fc.double({ min: 8, max: 15.2, noNaN: true }),
  lat: fc.double({ min: 54.5, max: 57.8, noNaN: true }),
});

test("to the plane and back is where it was, within a millimetre", () => {
  fc.assert(
    fc.property(fc.array(inDenmark), (points) => {
      const xy = toPlane(
        DANISH_PLANE,
        points.map(({ lon }) => lon),
        points.map(({ lat }) => lat),
      );
      const back = toDegrees(DANISH_PLANE, xy);
      points.forEach(({ lon, lat }, i) => {
        expect(Math.abs(back.lon[i] - lon)).toBeLessThan(1e-8);
        expect(Math.abs(back.lat[i] - lat)).toBeLessThan(1e-8);
      });
    }),
  );
});

test("a batch says the same as one point at a time", () => {
  const xy = toPlane(
    DANISH_PLANE,
    SCHOOLS.map(({ lon }) => lon),
    SCHOOLS.map(({ lat }) => lat),
  );
  expect([...xy]).toEqual(SCHOOLS.flatMap((school) => Object.values(planePoint(DANISH_PLANE, school))));
});

test("straight metres agree with the plane to a hundredth over two kilometres", () => {
  const metresOf = straightMetres({ lon: 11.7, lat: 55.7 });
  const [x, y] = metresOf([11.72, 55.712]);
  const [from, to] = [
    planePoint(DANISH_PLANE, { lon: 11.7, lat: 55.7 }),
    planePoint(DANISH_PLANE, { lon: 11.72, lat: 55.712 }),
  ];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  expect(Math.hypot(x, y) / length).toBeCloseTo(1, 2);
});
