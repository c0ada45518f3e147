import type { Position } from "../domain/municipality.ts";

/**
 * Coordinate systems by EPSG code, each as proj4 takes it. Degrees (WGS84 and what equals it to a metre) are one system. Parameters are those of
 * the EPSG registry; of systems on an older datum the shift is one of seven numbers, right to some metres.
 */
export type Crs = `EPSG:${number}`;

/** Degrees, longitude first. */
export const DEGREES: Crs = "EPSG:4326";
/** ETRS89 / UTM zone 32N, which Danish planning files are in. */
export const UTM32: Crs = "EPSG:25832";
/** The next zone, which Bornholm lies in. */
export const UTM33: Crs = "EPSG:25833";

const GRS80 = "+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
const BESSEL = "+ellps=bessel";

/** A transverse Mercator projection that meets the equator, or `south` of it so many degrees north, at `east` and `north`. */
const mercator = (lon: number, scale: number, [east, north]: readonly [number, number], lat = 0): string =>
  `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=${scale} +x_0=${east} +y_0=${north}`;
/** One of a place's own, true to scale along its meridian. */
export const mercatorThrough = ({ lon, lat }: Position): string => `${mercator(lon, 1, [0, 0], lat)} ${GRS80}`;
const utm = (zone: number, half: "north" | "south" = "north"): string =>
  `+proj=utm +zone=${zone}${half === "south" ? " +south" : ""} ${GRS80}`;

/** What proj4 makes of {@link UTM32}. */
export const UTM32_DEFINITION = utm(32);

/** Systems that follow each other by code, from the first. */
const series = (first: number, definitions: readonly string[]): readonly (readonly [number, string])[] =>
  definitions.map((definition, i) => [first + i, definition]);
const zones = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

const SWEREF_MERIDIANS = [12, 13.5, 15, 16.5, 18, 14.25, 15.75, 17.25, 18.75, 20.25, 21.75, 23.25];
const GERMAN_SHIFT = "+towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs";

/** By code: the Nordic countries, then Europe, then zones that cover the earth. */
const DEFINITIONS: ReadonlyMap<number, string> = new Map([
  ...series(
    25828,
    zones(28, 38).map((zone) => utm(zone)),
  ),
  // Denmark: DKTM1-4.
  ...series(
    4093,
    [9, 10, 11.75, 15].map(
      (lon, i) => `${mercator(lon, lon === 15 ? 1 : 0.99998, [200_000 * (i + 1), -5_000_000])} ${GRS80}`,
    ),
  ),
  // Sweden: SWEREF 99 TM and its local zones.
  [3006, utm(33)],
  ...series(
    3007,
    SWEREF_MERIDIANS.map((lon) => `${mercator(lon, 1, [150_000, 0])} ${GRS80}`),
  ),
  // Norway: NTM zones 5-30.
  ...series(
    5105,
    zones(5, 30).map((zone) => `${mercator(zone + 0.5, 1, [100_000, 1_000_000], 58)} ${GRS80}`),
  ),
  // Finland: TM35FIN and GK19FIN-GK31FIN.
  [3067, utm(35)],
  ...series(
    3873,
    zones(19, 31).map((lon) => `${mercator(lon, 1, [lon * 1_000_000 + 500_000, 0])} ${GRS80}`),
  ),
  // Iceland 1993, 2004, 2016; the Faroes; Greenland.
  ...(
    [
      [3057, 500_000, 500_000],
      [5325, 1_700_000, 300_000],
      [8088, 2_700_000, 300_000],
    ] as const
  ).map(
    ([code, east, north]) =>
      [code, `+proj=lcc +lat_0=65 +lon_0=-19 +lat_1=64.25 +lat_2=65.75 +x_0=${east} +y_0=${north} ${GRS80}`] as const,
  ),
  [5316, `${mercator(-7, 0.999997, [200_000, -6_000_000])} ${GRS80}`],
  ...series(
    3178,
    zones(18, 29).map((zone) => utm(zone)),
  ),
  // Estonia, Latvia, Lithuania, Poland.
  [
    3301,
    `+proj=lcc +lat_0=57.5175539305556 +lon_0=24 +lat_1=59.3333333333333 +lat_2=58 +x_0=500000 +y_0=6375000 ${GRS80}`,
  ],
  [3059, `${mercator(24, 0.9996, [500_000, -6_000_000])} ${GRS80}`],
  [3346, `${mercator(24, 0.9998, [500_000, 0])} ${GRS80}`],
  [2180, `${mercator(19, 0.9993, [500_000, -5_300_000])} ${GRS80}`],
  // Germany: Gauß-Krüger zones 2-5, and UTM with the zone before the number.
  ...series(
    31466,
    zones(2, 5).map((zone) => `${mercator(3 * zone, 1, [zone * 1_000_000 + 500_000, 0])} ${BESSEL} ${GERMAN_SHIFT}`),
  ),
  ...(
    [
      [4647, 32],
      [5649, 31],
      [5650, 33],
    ] as const
  ).map(
    ([code, zone]) => [code, `${mercator(6 * zone - 183, 0.9996, [zone * 1_000_000 + 500_000, 0])} ${GRS80}`] as const,
  ),
  // The Netherlands, Belgium, France.
  [
    28992,
    `+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ${BESSEL} +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs`,
  ],
  [
    31370,
    "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs",
  ],
  [
    3812,
    `+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 ${GRS80}`,
  ],
  [2154, `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${GRS80}`],
  // Great Britain and Ireland.
  [
    27700,
    `${mercator(-2, 0.9996012717, [400_000, -100_000], 49)} +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs`,
  ],
  [2157, `${mercator(-8, 0.99982, [600_000, 750_000], 53.5)} ${GRS80}`],
  // Switzerland, Austria, Hungary, Slovenia, Croatia.
  [
    2056,
    `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 ${BESSEL} +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs`,
  ],
  [
    31287,
    `+proj=lcc +lat_0=47.5 +lon_0=13.3333333333333 +lat_1=49 +lat_2=46 +x_0=400000 +y_0=400000 ${BESSEL} +towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232 +units=m +no_defs`,
  ],
  [
    23700,
    "+proj=somerc +lat_0=47.1443937222222 +lon_0=19.0485717777778 +k_0=0.99993 +x_0=650000 +y_0=200000 +ellps=GRS67 +towgs84=52.17,-71.82,-14.9,0,0,0,0 +units=m +no_defs",
  ],
  [3794, `${mercator(15, 0.9999, [500_000, -5_000_000])} ${GRS80}`],
  [3765, `${mercator(16.5, 0.9999, [500_000, 0])} ${GRS80}`],
  // Portugal, Greece.
  [3763, `${mercator(-8.13310833333333, 1, [0, 0], 39.6682583333333)} ${GRS80}`],
  [2100, `${mercator(24, 0.9996, [500_000, 0])} +ellps=GRS80 +towgs84=-199.87,74.79,246.62,0,0,0,0 +units=m +no_defs`],
  // Europe whole: Lambert's two.
  [3034, `+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 ${GRS80}`],
  [3035, `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${GRS80}`],
  // UTM all around the earth, as WGS84, in North America (NAD83), in Australia (GDA94, GDA2020); New Zealand.
  ...series(
    32601,
    zones(1, 60).map((zone) => utm(zone)),
  ),
  ...series(
    32701,
    zones(1, 60).map((zone) => utm(zone, "south")),
  ),
  ...series(
    26901,
    zones(1, 23).map((zone) => utm(zone)),
  ),
  ...series(
    28348,
    zones(48, 58).map((zone) => utm(zone, "south")),
  ),
  ...series(
    7846,
    zones(46, 59).map((zone) => utm(zone, "south")),
  ),
  [2193, `${mercator(173, 0.9996, [1_600_000, 10_000_000])} ${GRS80}`],
  // What web maps are drawn in; its metres are longer the farther from the equator.
  [3857, "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs"],
]);

/** WGS84, ETRS89, NAD83, GDA94, GDA2020 and the like, with heights and without: one to a metre or two. */
const IN_DEGREES = new Set([4326, 4258, 4979, 4937, 4269, 4283, 7844, 4619, 4171, 4612]);
/** The same horizontal systems under another code: with heights. */
const SAME_AS: ReadonlyMap<number, Crs> = new Map([
  [7416, UTM32],
  [32632, UTM32],
]);

/** The system of an EPSG code; `undefined` where it is none that this program knows. */
export function crsOfCode(code: number): Crs | undefined {
  if (IN_DEGREES.has(code)) return DEGREES;
  return SAME_AS.get(code) ?? (DEFINITIONS.has(code) ? `EPSG:${code}` : undefined);
}

/** The system by its name as case.json writes it, such as "EPSG:25833". */
export const crsOfName = (name: string): Crs | undefined => crsOfCode(Number(/^EPSG:(\d{4,6})$/.exec(name)?.[1]));

/** What proj4 makes of it; `undefined` for degrees. */
export const definitionOf = (crs: Crs): string | undefined => DEFINITIONS.get(Number(crs.slice("EPSG:".length)));

/** The UTM zone of a place, in Europe by its own datum; Norway's and Svalbard's wider zones are not followed. */
export function utmZoneAt(lon: number, lat: number): Crs {
  const zone = Math.min(60, Math.floor((lon + 180) / 6) + 1);
  if (lat < 0) return `EPSG:${32_700 + zone}`;
  return lat > 34 && zone >= 28 && zone <= 38 ? `EPSG:${25_800 + zone}` : `EPSG:${32_600 + zone}`;
}
