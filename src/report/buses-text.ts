import type { Feature } from "geojson";
import { type Currency, moneyOf } from "../domain/currency.ts";
import type { Range } from "../cost/range.ts";
import { COMPLEMENTARY } from "../kernels/disclosure/linked-tables.ts";
import { hideInList } from "../kernels/disclosure/list.ts";
import { type Cell, cellOf, type Counts, isFew, isToldAsItIs, toldIn } from "../kernels/disclosure/shown.ts";
import { catalogue, type Language, moneyWords } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { BusTerms, SiteTransport } from "../evaluate/school-buses.ts";
import type { BusMorning, SharedBuses } from "../evaluate/shared-buses.ts";
import { schoolsByBus } from "../evaluate/schools-by-bus.ts";
import { fillText, formatNumber } from "./format.ts";
import type { MarkedFeatures } from "./map/geojson.ts";
import { type Audience, internalMark } from "./internal.ts";
import { rightsNotes } from "./level-range.ts";
import { cellText, cellWord, countsIn, countWords, HIDDEN } from "./shown-measures.ts";
import { COARSE_STEP, isShownStop, isToldInSteps, toldBuses, toldShared } from "./told-buses.ts";
import { stopsText, timeOf, timetableText } from "./timetable-text.ts";

const RANGE = catalogue("report.buses.range", {
  to: { da: "til", en: "to" },
});

const TEXT = catalogue("report.buses", {
  terms: {
    da: "Højst {ride} minutter om bord, {seats} pladser, {speed} % af en bils fart, {stop} minut ved hvert stop, {days} skoledage. Antagelser, ikke aftaler.",
    en: "At most {ride} minutes on board, {seats} seats, {speed} % of a car's speed, {stop} minute at each stop, {days} school days. Assumptions, not agreements.",
  },
  site: {
    da: "{site}: {rights} elever med ret. Buskort {cards}; skolebus {buses}: {vehicles} {vehicles, plural, one {bus} other {busser}}, {kilometres} km om dagen{taxi}. Billigst: {cheaper}.",
    en: "{site}: {rights} pupils with the right. Travel cards {cards}; school bus {buses}: {vehicles} {vehicles, plural, one {vehicle} other {vehicles}}, {kilometres} km a day{taxi}. Cheaper: {cheaper}.",
  },
  siteByTaxi: {
    da: "{site}: {rights} elever med ret. Buskort {cards}; ingen skolebus kan betale sig, alle i taxa: {buses}; billigst: {cheaper}.",
    en: "{site}: {rights} pupils with the right. Travel cards {cards}; no school bus pays, all by taxi: {buses}; cheaper: {cheaper}.",
  },
  fewest: {
    da: "Skal alle med bus, kræver det {found} busser; med færre kan det ikke lade sig gøre.",
    en: "To take all in buses takes {found} vehicles; fewer cannot do it.",
  },
  between: {
    da: "Skal alle med bus, er der fundet en køreplan med {found} busser; med under {fewest} kan det ikke lade sig gøre.",
    en: "To take all in buses, a timetable with {found} vehicles was found; fewer than {fewest} cannot do it.",
  },
  coarse: {
    da: "Hvor et stop ikke må vises, fordi det kan røbe, hvor en elev bor, er km og minutter fortalt i spring på {step}.",
    en: "Where a stop may not be shown, as it could tell where a pupil lives, km and minutes are told in steps of {step}.",
  },
  oneSchool: {
    da: "Hver bus kører kun til én skole om morgenen: det kræver mindst to skolers ringetider at lade den køre til flere (bell_time i sites.csv).",
    en: "Each bus runs to one school a morning: to let it run to several takes the bell times of at least two schools (bell_time in sites.csv).",
  },
  shared: {
    da: "Hvis en bus må køre til flere skoler samme morgen, klarer {vehicles, plural, one {# bus} other {# busser}} de {schools} skoler, hvis ringetid kendes, i stedet for {apart}; med under {fewest} kan det ikke lade sig gøre med disse stop. De kører {kilometres} km om dagen i stedet for {apartKilometres}. Så koster skolebus eller taxa overalt {buses} om året. Bussen kommer til skolen fra {earliest} til {latest} minutter, før det ringer, og venter ikke med elever om bord. Eftermiddagen er regnet som morgenen.",
    en: "If a bus may run to several schools in one morning, {vehicles, plural, one {# vehicle does} other {# vehicles do}} for the {schools} schools whose bell time is known, where it took {apart}; fewer than {fewest} cannot do it with these stops. They drive {kilometres} km a day in place of {apartKilometres}. School bus or taxi everywhere then costs {buses} a year. A bus comes to a school from {earliest} to {latest} minutes before the bell and does not wait with pupils on board. The afternoon is counted as the morning.",
  },
  morning: {
    da: "bus {number}: {calls}; {kilometres} km{mixed}",
    en: "bus {number}: {calls}; {kilometres} km{mixed}",
  },
  mixed: { da: ", elever fra flere skoler om bord samtidig", en: ", pupils of several schools on board at once" },
  stops: {
    da: "{stops, plural, one {# stop} other {# stop}}",
    en: "{stops, plural, one {# stop} other {# stops}}",
  },
  atSchool: { da: "{site} kl. {time}", en: "{site} at {time}" },
  taxi: { da: ", {count} elever i taxa", en: ", {count} pupils by taxi" },
  route: {
    da: "bus {number}: {stops, plural, one {# stop} other {# stop}}, {pupils} elever, {kilometres} km, {minutes} minutter",
    en: "bus {number}: {stops, plural, one {# stop} other {# stops}}, {pupils} pupils, {kilometres} km, {minutes} minutes",
  },
  total: {
    da: "I alt: buskort {cards}; skolebus eller taxa overalt {buses}, {vehicles} busser, {kilometres} km om dagen. Alle i bus: {found} busser og {driven} km, og ingen køreplan med disse stop klarer sig med under {fewest} busser og {least} km.",
    en: "Total: travel cards {cards}; school bus or taxi everywhere {buses}, {vehicles} vehicles, {kilometres} km a day. All in buses: {found} vehicles and {driven} km, and no timetable with these stops does with fewer than {fewest} vehicles and {least} km.",
  },
  untold: {
    da: "Buskort forudsætter, at en offentlig bus kører; det siger dataene ikke.",
    en: "Travel cards need a public bus to run; the data do not tell.",
  },
  cardsForAll: {
    da: "Buskort er her regnet for alle med ret, også dem, som ingen bus i køreplanen passer for.",
    en: "Travel cards are priced here for all with the right, also those whom no bus of the timetable serves.",
  },
  areas: {
    da: "Med offentlig bus: {site} fra {units} af {all} basisområder.",
    en: "By public bus: {site} from {units} of {all} areas.",
  },
  cards: { da: "buskort", en: "travel cards" },
  buses: { da: "skolebus", en: "school bus" },
  taxis: { da: "taxa", en: "taxi" },
  none: { da: "Ingen elev har ret til befordring.", en: "No pupil has a right to transport." },
} as const);

/** School buses site by site beside travel cards, each route on a line; `shared`: how many do where bell times are known. */
export function busesText(
  basis: Basis,
  exact: readonly SiteTransport[],
  terms: BusTerms,
  language: Language,
  shared?: SharedBuses,
): string {
  const found = toldBuses(basis, exact);
  if (found.length === 0) return TEXT.none[language];
  const [counts, currency] = [countsIn(basis), moneyOf(basis.municipality.info)];
  // What is told in steps is whole.
  const short = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1, language);
  const rights = shownRights(found);
  const pricesTell = found.map((transport, i) => !isToldAsItIs(rights[i]) || isFew(transport.byTaxi));
  const lines = found.flatMap((transport, number) => {
    const known = isToldAsItIs(rights[number]);
    const [byTaxi, ...inBuses] = ridersText(transport, known ? counts : "hidden", language);
    const line = fillText(transport.vehicles > 0 ? TEXT.site : TEXT.siteByTaxi, language, {
      site: basis.municipality.sites[transport.site].name,
      rights: countWords(toldIn(counts, rights[number]), language),
      // Cards and taxis are priced by the pupil, so their prices tell how many there are.
      cards: known ? kroner(transport.cards, currency, language) : HIDDEN[language],
      buses: pricesTell[number] ? HIDDEN[language] : kroner(transport.buses, currency, language),
      vehicles: transport.vehicles,
      kilometres: short(transport.kilometresPerDay),
      taxi: known && transport.byTaxi > 0 ? fillText(TEXT.taxi, language, { count: byTaxi }) : "",
      cheaper: TEXT[transport.cheaper === "buses" && transport.vehicles === 0 ? "taxis" : transport.cheaper][language],
    });
    return [
      [line, ...boundText(transport, language)].join(" "),
      ...transport.routes.map(({ stops, kilometres, minutes }, i) => {
        const blanks = {
          number: i + 1,
          stops: stops.length,
          pupils: inBuses[i],
          kilometres: short(kilometres),
          minutes: short(minutes),
        };
        return `    ${fillText(TEXT.route, language, blanks)}`;
      }),
    ];
  });
  const { seats, longestRide, speedShare, stopMinutes, days } = terms;
  const timetable = timetableText(basis.municipality);
  // One price alone that is hidden would follow from the sum of all.
  const sumTells = pricesTell.filter(Boolean).length === 1;
  return [
    ...rightsNotes(basis.municipality).map((note) => note[language]),
    fillText(TEXT.terms, language, {
      ride: longestRide,
      seats,
      speed: formatNumber(100 * speedShare, 0, language),
      stop: stopMinutes,
      days,
    }),
    ...(exact.some(isToldInSteps) ? [fillText(TEXT.coarse, language, { step: COARSE_STEP })] : []),
    ...lines,
    `${totalLine(found, sumTells ? "hidden" : "shown", currency, language)} ${TEXT[timetable ? "cardsForAll" : "untold"][language]}`,
    ...sharedLines(basis, found, shared, terms, sumTells ? "hidden" : "shown", language),
    ...(timetable
      ? [timetable[language], ...areaLines(basis, language), ...stopsText(basis.municipality, language)]
      : []),
  ].join("\n");
}

/** What was found for all in buses, and what no plan is below; of one bus there is nothing to say. */
function boundText({ bounds: { vehicles: fewest, heuristic } }: SiteTransport, language: Language): readonly string[] {
  const found = heuristic.vehicles;
  return found > 1 ? [fillText(found === fewest ? TEXT.fewest : TEXT.between, language, { found, fewest })] : [];
}

/** How many buses do where one may run to several schools, and those that do, each on a line. */
function sharedLines(
  { municipality, costs }: Basis,
  found: readonly SiteTransport[],
  exact: SharedBuses | undefined,
  { earliestBeforeBell, latestBeforeBell }: BusTerms,
  prices: "shown" | "hidden",
  language: Language,
): readonly string[] {
  if (!exact) return [TEXT.oneSchool[language]];
  const shared = toldShared({ costs }, exact);
  const short = (value: number): string => formatNumber(value, 0, language);
  const buses = (of: keyof Range): number =>
    found.reduce((sum, transport) => sum + transport.buses[of], 0) - shared.saved[of];
  const price = { low: buses("low"), mid: buses("mid"), high: buses("high") };
  const head = fillText(TEXT.shared, language, {
    vehicles: shared.vehicles,
    schools: shared.sites.length,
    apart: shared.apart.vehicles,
    fewest: shared.fewestVehicles,
    kilometres: short(shared.kilometresPerDay),
    apartKilometres: short(shared.apart.kilometresPerDay),
    buses: prices === "shown" ? kroner(price, moneyOf(municipality.info), language) : HIDDEN[language],
    earliest: earliestBeforeBell,
    latest: latestBeforeBell,
  });
  const several = shared.mornings.filter(({ sites }) => sites.length > 1);
  return [head, ...several.map((morning, i) => `    ${morningText(municipality, morning, i + 1, language)}`)];
}

function morningText(
  { sites }: Basis["municipality"],
  morning: BusMorning,
  number: number,
  language: Language,
): string {
  const calls: string[] = [];
  let stops = 0;
  for (const { kind, site, arrival } of morning.calls) {
    if (kind === "stop") {
      stops++;
      continue;
    }
    if (stops > 0) calls.push(fillText(TEXT.stops, language, { stops }));
    stops = 0;
    const time = timeOf(Math.round(arrival), language);
    calls.push(fillText(TEXT.atSchool, language, { site: sites[site].name, time }));
  }
  return fillText(TEXT.morning, language, {
    number,
    calls: calls.join(", "),
    kilometres: formatNumber(morning.kilometres, 0, language),
    mixed: morning.load === "mixed" ? TEXT.mixed[language] : "",
  });
}

/** From how many areas a public bus leads to each school in time: of land, whoever lives there. */
function areaLines(basis: Basis, language: Language): readonly string[] {
  const { sites, units } = basis.municipality;
  const from = new Map<number, number>();
  for (const area of schoolsByBus(basis) ?? [])
    for (const site of area.sites) from.set(site, (from.get(site) ?? 0) + 1);
  return [...from.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([site, count]) =>
      fillText(TEXT.areas, language, {
        site: sites[site].name,
        units: formatNumber(count, 0, language),
        all: formatNumber(units.count, 0, language),
      }),
    );
}

/** Pupils by taxi, then those of each bus, as they may be told beside how many have the right. */
function ridersText({ byTaxi, routes }: SiteTransport, told: Counts | "hidden", language: Language): readonly string[] {
  const riders = [byTaxi, ...routes.map(({ pupils }) => pupils)];
  const cells = told === "hidden" ? riders.map(() => NOT_TOLD) : cellsInList(riders).map((cell) => toldIn(told, cell));
  return cells.map((cell) => cellWord(cell, language));
}

const NOT_TOLD: Cell = { kind: "hidden" };

/** Counts told beside their total: small groups as few, others hidden as needed. */
function cellsInList(counts: readonly number[]): readonly Cell[] {
  const marks = hideInList(counts);
  return counts.map((count, i) => (marks[i] === COMPLEMENTARY ? NOT_TOLD : cellOf(count)));
}

/** Pupils with the right, site by site, as they may be told beside their total: small groups as few, others hidden as needed. */
export const shownRights = (found: readonly SiteTransport[]): readonly Cell[] =>
  cellsInList(found.map(({ rights }) => rights));

function totalLine(
  found: readonly SiteTransport[],
  prices: "shown" | "hidden",
  currency: Currency,
  language: Language,
): string {
  const total = (of: (transport: SiteTransport) => number): number => found.reduce((sum, each) => sum + of(each), 0);
  const range = (of: "cards" | "buses"): string =>
    kroner(
      { low: total((each) => each[of].low), mid: total((each) => each[of].mid), high: total((each) => each[of].high) },
      currency,
      language,
    );
  const whole = (value: number): string => formatNumber(value, 0, language);
  return fillText(TEXT.total, language, {
    cards: range("cards"),
    buses: prices === "shown" ? range("buses") : HIDDEN[language],
    vehicles: total(({ vehicles }) => vehicles),
    kilometres: whole(total(({ kilometresPerDay }) => kilometresPerDay)),
    found: total(({ bounds }) => bounds.heuristic.vehicles),
    driven: whole(total(({ bounds }) => bounds.heuristic.kilometresPerDay)),
    fewest: total(({ bounds }) => bounds.vehicles),
    least: whole(total(({ bounds }) => bounds.kilometresPerDay)),
  });
}

/** "124.000 (106.000 til 142.000) kr.": a site's transport is far below a million. */
function kroner({ low, mid, high }: Range, currency: Currency, language: Language): string {
  const write = (value: number): string => formatNumber(Math.round(value / 1000) * 1000, 0, language);
  const word = moneyWords(currency).currency[language];
  return `${write(mid)} (${write(low)} ${RANGE.to[language]} ${write(high)}) ${word}`;
}

/**
 * The routes for QGIS and other maps: a line a bus, a point a stop; WGS84. A stop that tells who lives there (see `isShownStop`) and the legs from and to
 * it are drawn for the planner alone.
 */
export function busesGeoJson(
  basis: Pick<Basis, "municipality" | "costs">,
  exact: readonly SiteTransport[],
  audience: Audience = "anyone",
): MarkedFeatures {
  const { municipality } = basis;
  const counts = countsIn(basis);
  const found = audience === "planner" ? exact : toldBuses(basis, exact);
  const features = found.flatMap(({ site, routes }) =>
    routes.flatMap((route, i): Feature[] => {
      const properties = { site: municipality.sites[site].id, bus: i + 1 };
      const { pupils, minutes, kilometres, stops, legs } = route;
      const isDrawn = (stop: number): boolean =>
        audience === "planner" || stop === stops.length || isShownStop(stops[stop]);
      const drawn = legs.filter((_, leg) => isDrawn(leg) && isDrawn(leg + 1));
      const counted = audience === "planner" ? pupils : cellText(toldIn(counts, cellOf(pupils)));
      return [
        {
          type: "Feature",
          geometry: { type: "MultiLineString", coordinates: drawn.map((leg) => leg.map(({ lon, lat }) => [lon, lat])) },
          properties: { layer: "route", ...properties, pupils: counted, minutes, kilometres },
        },
        ...stops.flatMap((stop, number): Feature[] =>
          isDrawn(number)
            ? [
                {
                  type: "Feature",
                  geometry: { type: "Point", coordinates: [stop.lon, stop.lat] },
                  properties: {
                    layer: "stop",
                    ...properties,
                    pupils: audience === "planner" ? stop.pupils : cellText(toldIn(counts, cellOf(stop.pupils))),
                  },
                },
              ]
            : [],
        ),
      ];
    }),
  );
  return { type: "FeatureCollection", ...internalMark(audience), features };
}
