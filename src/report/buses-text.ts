import type { Feature, FeatureCollection } from "geojson";
import type { Range } from "../cost/range.ts";
import { COMPLEMENTARY, FEW, SMALLEST_SHOWN } from "../kernels/disclosure/linked-tables.ts";
import { hideInList } from "../kernels/disclosure/list.ts";
import type { Language, Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { BusTerms, SiteTransport } from "../evaluate/school-buses.ts";
import { fillText, formatNumber } from "./format.ts";

const TEXT = {
  terms: {
    da: "Højst {ride} minutter om bord, {seats} pladser, {stop} minut ved hvert stop, {days} skoledage. Antagelser, ikke aftaler.",
    en: "At most {ride} minutes on board, {seats} seats, {stop} minute at each stop, {days} school days. Assumptions, not agreements.",
  },
  site: {
    da: "{site}: {rights} elever med ret. Buskort {cards}; skolebus {buses}: {vehicles} {vehicles, plural, one {bus} other {busser}}, {kilometres} km om dagen{taxi}. Billigst: {cheaper}.",
    en: "{site}: {rights} pupils with the right. Travel cards {cards}; school bus {buses}: {vehicles} {vehicles, plural, one {vehicle} other {vehicles}}, {kilometres} km a day{taxi}. Cheaper: {cheaper}.",
  },
  taxi: { da: ", {count} elever i taxa", en: ", {count} pupils by taxi" },
  route: {
    da: "bus {number}: {stops, plural, one {# stop} other {# stop}}, {pupils} elever, {kilometres} km, {minutes} minutter",
    en: "bus {number}: {stops, plural, one {# stop} other {# stops}}, {pupils} pupils, {kilometres} km, {minutes} minutes",
  },
  total: {
    da: "I alt: buskort {cards}; skolebusser overalt {buses}, {vehicles} busser, {kilometres} km om dagen. Alle i bus: {found} busser og {driven} km, og ingen køreplan klarer sig med under {fewest} busser og {least} km. Buskort forudsætter, at en offentlig bus kører; det siger dataene ikke.",
    en: "In all: travel cards {cards}; school buses everywhere {buses}, {vehicles} vehicles, {kilometres} km a day. All in buses: {found} vehicles and {driven} km, and no timetable does with fewer than {fewest} vehicles and {least} km. Travel cards need a public bus to run; the data do not tell.",
  },
  cards: { da: "buskort", en: "travel cards" },
  buses: { da: "skolebus", en: "school bus" },
  none: { da: "Ingen elev har ret til befordring.", en: "No pupil has a right to transport." },
} as const;

/** School buses site by site beside travel cards, each route on a line. */
export function busesText(basis: Basis, found: readonly SiteTransport[], terms: BusTerms, language: Language): string {
  if (found.length === 0) return TEXT.none[language];
  const short = (value: number): string => formatNumber(value, 1, language);
  const rights = shownRights(found, language);
  const lines = found.flatMap((transport, number) => {
    const withRight = rights[number];
    // Prices and taxis tell the number of pupils, so they are hidden with it.
    const known = isShown(withRight);
    const taxi = known && transport.byTaxi > 0 ? fillText(TEXT.taxi, language, { count: few(transport.byTaxi) }) : "";
    const head = fillText(TEXT.site, language, {
      site: basis.municipality.sites[transport.site].name,
      rights: withRight,
      cards: known ? kroner(transport.cards, language) : HIDDEN[language],
      buses: known || transport.vehicles > 0 ? kroner(transport.buses, language) : HIDDEN[language],
      vehicles: transport.vehicles,
      kilometres: short(transport.kilometresPerDay),
      taxi,
      cheaper: TEXT[transport.cheaper][language],
    });
    return [
      head,
      ...transport.routes.map(({ stops, pupils, kilometres, minutes }, i) => {
        const blanks = {
          number: i + 1,
          stops: stops.length,
          pupils,
          kilometres: short(kilometres),
          minutes: short(minutes),
        };
        return `    ${fillText(TEXT.route, language, blanks)}`;
      }),
    ];
  });
  const { seats, longestRide, stopMinutes, days } = terms;
  return [
    fillText(TEXT.terms, language, { ride: longestRide, seats, stop: stopMinutes, days }),
    ...lines,
    totalLine(found, language),
  ].join("\n");
}

/** Fewer than five are not told. */
const few = (pupils: number): number | string =>
  pupils > 0 && pupils < SMALLEST_SHOWN ? `<${SMALLEST_SHOWN}` : pupils;

const HIDDEN: Text = { da: "skjult", en: "hidden" };
const isShown = (text: string): boolean => /^[\d.,]+$/.test(text);

/** Pupils with the right, site by site, as they may be printed beside their total: small groups as "<5", others hidden as needed. */
export function shownRights(found: readonly SiteTransport[], language: Language): readonly string[] {
  const marks = hideInList(found.map(({ rights }) => rights));
  return found.map(({ rights }, i) => {
    if (marks[i] === COMPLEMENTARY) return HIDDEN[language];
    return marks[i] === FEW ? `<${SMALLEST_SHOWN}` : formatNumber(rights, 0, language);
  });
}

function totalLine(found: readonly SiteTransport[], language: Language): string {
  const total = (of: (transport: SiteTransport) => number): number => found.reduce((sum, each) => sum + of(each), 0);
  const range = (of: "cards" | "buses"): string =>
    kroner(
      { low: total((each) => each[of].low), mid: total((each) => each[of].mid), high: total((each) => each[of].high) },
      language,
    );
  const whole = (value: number): string => formatNumber(value, 0, language);
  return fillText(TEXT.total, language, {
    cards: range("cards"),
    buses: range("buses"),
    vehicles: total(({ vehicles }) => vehicles),
    kilometres: whole(total(({ kilometresPerDay }) => kilometresPerDay)),
    found: total(({ bounds }) => bounds.heuristic.vehicles),
    driven: whole(total(({ bounds }) => bounds.heuristic.kilometresPerDay)),
    fewest: total(({ bounds }) => bounds.vehicles),
    least: whole(total(({ bounds }) => bounds.kilometresPerDay)),
  });
}

/** "124.000 (106.000 til 142.000) kr.": a site's transport is far below a million. */
function kroner({ low, mid, high }: Range, language: Language): string {
  const write = (value: number): string => formatNumber(Math.round(value / 1000) * 1000, 0, language);
  return `${write(mid)} (${write(low)} ${language === "da" ? "til" : "to"} ${write(high)}) ${language === "da" ? "kr." : "DKK"}`;
}

/** The routes for QGIS and other maps: a line a bus, a point a stop; WGS84. */
export function busesGeoJson({ municipality }: Basis, found: readonly SiteTransport[]): FeatureCollection {
  const features = found.flatMap(({ site, routes }) =>
    routes.flatMap((route, i): Feature[] => {
      const properties = { site: municipality.sites[site].id, bus: i + 1 };
      const { pupils, minutes, kilometres } = route;
      return [
        {
          type: "Feature",
          geometry: { type: "LineString", coordinates: route.line.map(({ lon, lat }) => [lon, lat]) },
          properties: { layer: "route", ...properties, pupils, minutes, kilometres },
        },
        ...route.stops.map((stop): Feature => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [stop.lon, stop.lat] },
          properties: { layer: "stop", ...properties, pupils: few(stop.pupils) },
        })),
      ];
    }),
  );
  return { type: "FeatureCollection", features };
}
