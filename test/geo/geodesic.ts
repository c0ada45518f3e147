import type { Position } from "../../src/domain/municipality.ts";

const [EQUATOR, FLATTENING] = [6_378_137, 1 / 298.257222101];
const POLE = EQUATOR * (1 - FLATTENING);
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places along the ellipsoid GRS80, by Vincenty's inverse formula: within a millimetre where they are not opposite each other. */
export function geodesic(one: Position, other: Position): number {
  const apart = radians(other.lon - one.lon);
  const [u, v] = [one, other].map(({ lat }) => Math.atan((1 - FLATTENING) * Math.tan(radians(lat))));
  let [lambda, last] = [apart, Infinity];
  let [sinSigma, cosSigma, sigma, cosSqAlpha, middle] = [0, 1, 0, 1, 0];
  for (let round = 0; round < 50 && Math.abs(lambda - last) > 1e-13; round++) {
    sinSigma = Math.hypot(
      Math.cos(v) * Math.sin(lambda),
      Math.cos(u) * Math.sin(v) - Math.sin(u) * Math.cos(v) * Math.cos(lambda),
    );
    if (sinSigma === 0) return 0;
    cosSigma = Math.sin(u) * Math.sin(v) + Math.cos(u) * Math.cos(v) * Math.cos(lambda);
    sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u) * Math.cos(v) * Math.sin(lambda)) / sinSigma;
    cosSqAlpha = 1 - sinAlpha ** 2;
    middle = cosSqAlpha === 0 ? 0 : cosSigma - (2 * Math.sin(u) * Math.sin(v)) / cosSqAlpha;
    const c = (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
    last = lambda;
    const along = middle + c * cosSigma * (2 * middle ** 2 - 1);
    lambda = apart + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * along);
  }
  const k = (cosSqAlpha * (EQUATOR ** 2 - POLE ** 2)) / POLE ** 2;
  const a = 1 + (k / 16384) * (4096 + k * (k * (320 - 175 * k) - 768));
  const b = (k / 1024) * (256 + k * (k * (74 - 47 * k) - 128));
  const inner = cosSigma * (2 * middle ** 2 - 1) - (b / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * middle ** 2 - 3);
  return POLE * a * (sigma - b * sinSigma * (middle + (b / 4) * inner));
}
