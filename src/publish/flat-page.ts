import { moneyOf } from "../domain/currency.ts";
import { gradesInWords } from "../domain/grades.ts";
import { catalogue, type Language, saidIn } from "../domain/language.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import { NO_GROUP } from "../geo/outlines/border-arcs.ts";
import { outlinesOf, type Outlines } from "../geo/outlines/outlines.ts";
import { partitionOf } from "../geo/outlines/partition.ts";
import { toPlane } from "../geo/projection.ts";
import type { OpenCase } from "../open-case.ts";
import { caseText } from "../report/consolidation-text.ts";
import { fillText, writtenUnit } from "../report/format.ts";
import { documentOf, escaped } from "../report/html.ts";
import { publishedText } from "../report/published-text.ts";
import { toldValues, writeQuantity } from "../report/shown-measures.ts";
import { STATED_MEASURES } from "./errors.ts";

const SAID = catalogue("publish.flat-page", {
  title: { da: "{name}: kort og tal", en: "{name}: map and figures" },
  about: {
    da: "Denne side er åbnet fra en mappe og kan læses uden net og uden program. Lægges mappen på en webserver, viser index.html også sammenligning, opslag på adresse og egne forslag.",
    en: "This page was opened from a folder and can be read without a network and without a program. Where the folder is put on a web server, index.html compares plans, answers for an address and draws proposals too.",
  },
  measure: { da: "Nøgletal", en: "Measure" },
  today: { da: "I dag", en: "Today" },
  plan: { da: "Planen", en: "The plan" },
  mapOf: {
    da: "Kort over distrikterne i {grades}: {list}.",
    en: "Map of the districts in {grades}: {list}.",
  },
  source: {
    da: "Vejene: se kilderne. Kortet: © OpenStreetMap.",
    en: "Roads: see the sources. The map: © OpenStreetMap.",
  },
  sources: { da: "Kilder", en: "Sources" },
  exactness: { da: "Hvor meget tallene kan afvige", en: "How far the figures may be off" },
});

/** Districts in turn; beside each other they are told apart by name too. */
const FILLS = [
  "#8dbde0",
  "#f4c17a",
  "#a6d3a0",
  "#d7a8d0",
  "#e8da7c",
  "#9fd8d0",
  "#f0a79a",
  "#b9b6e3",
  "#c9c9c9",
  "#cfe08f",
];
const WIDTH = 720;

/** A published case as a page that needs neither a server nor a script: a map and the main figures of each plan. */
export function flatPage({ basis, plans }: OpenCase, language: Language): string {
  const { info } = basis.municipality;
  const outlines = outlinesOf(basis.municipality.units);
  const sections = plans.map(
    (plan) =>
      `<h2>${escaped(saidIn(plan.title, language))}</h2>\n${mapOf(basis, outlines, plan, language)}\n${figuresOf(basis, plan, language)}`,
  );
  const title = fillText(SAID.title, language, { name: info.name });
  const errors = info.published ? publishedText(info.published, plans, moneyOf(info), language) : [];
  const sources = info.sources.map(
    ({ what, from }) => `<li>${escaped(saidIn(what, language))}: ${escaped(saidIn(from, language))}</li>`,
  );
  return documentOf(
    title,
    language,
    [
      `<h1>${escaped(title)}</h1>`,
      ...caseText(basis, language)
        .split("\n")
        .map((line) => `<p>${escaped(line)}</p>`),
      `<p class="soft">${SAID.about[language]}</p>`,
      ...sections,
      `<h2>${SAID.exactness[language]}</h2>`,
      ...errors.map((line) =>
        line.startsWith(" ") ? `<p class="soft">${escaped(line.trim())}</p>` : `<p>${escaped(line)}</p>`,
      ),
      `<h2>${SAID.sources[language]}</h2><ul>${sources.join("")}</ul>`,
    ].join("\n"),
  );
}

/** The districts of the lowest band that parts the land, filled, with borders, and the schools by name. */
function mapOf({ municipality }: Basis, outlines: Outlines, plan: Plan, language: Language): string {
  const { sites, roads, units } = municipality;
  const district = districtOfSite(plan);
  const bands = plan.assignment.length / units.count;
  const group = Int32Array.from({ length: units.count }, (_, unit) => {
    const site = plan.assignment[unit * bands];
    return site === NO_SITE || district[site] === NO_SITE ? NO_GROUP : district[site];
  });
  const { areas } = partitionOf(outlines, group);
  const drawn = areas.map(({ group: number, parts }) => ({
    number,
    rings: parts.flat().map((ring) => inPlane(roads.plane, ring)),
  }));
  const all = drawn.flatMap(({ rings }) => rings.flat());
  const place = scaleOf(all);
  const paths = drawn.map(({ number, rings }) => {
    const d = rings.map((ring) => `M${ring.map((point) => place.at(point).join(" ")).join("L")}Z`).join("");
    return `<path d="${d}" fill="${FILLS[number % FILLS.length]}" stroke="#444" fill-rule="evenodd"><title>${escaped(plan.districts[number].name)}</title></path>`;
  });
  const marks = sites.flatMap((site, number) => {
    if (plan.teaching[number] === 0) return [];
    const [x, y] = place.at(inPlane(roads.plane, [[site.lon, site.lat]])[0]);
    return [
      `<circle cx="${x}" cy="${y}" r="4" fill="#fff" stroke="#111"/><text x="${x + 6}" y="${y + 4}" font-size="11">${escaped(site.name)}</text>`,
    ];
  });
  const list = plan.districts.map(({ name }) => name).join(", ");
  const grades = gradesInWords(municipality.grades.bands[0].key)[language];
  const label = fillText(SAID.mapOf, language, { grades, list });
  return `<figure><svg role="img" aria-label="${escaped(label)}" viewBox="0 0 ${WIDTH} ${place.height}" width="100%">${paths.join("")}${marks.join("")}</svg><figcaption class="soft">${escaped(label)} ${SAID.source[language]}</figcaption></figure>`;
}

type Point = readonly [x: number, y: number];

function inPlane(plane: string, ring: readonly (readonly number[])[]): readonly Point[] {
  const xy = toPlane(
    plane,
    ring.map(([lon]) => lon),
    ring.map(([, lat]) => lat),
  );
  return ring.map((_, i) => [xy[2 * i], xy[2 * i + 1]] as const);
}

/** From metres to the picture, north up. */
function scaleOf(points: readonly Point[]): {
  readonly at: (point: Point) => readonly [number, number];
  readonly height: number;
} {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  const scale = WIDTH / Math.max(1, east - west);
  return {
    at: ([x, y]) => [Number(((x - west) * scale).toFixed(1)), Number(((north - y) * scale).toFixed(1))],
    height: Math.ceil((north - south) * scale),
  };
}

function figuresOf(basis: Basis, plan: Plan, language: Language): string {
  const [today, told] = [basis.baseline, plan].map((each) => toldValues(basis, evaluatePlan(basis, each).values));
  const currency = moneyOf(basis.municipality.info);
  const rows = STATED_MEASURES.flatMap((measure) => {
    const [before, after] = [today, told].map((of) => {
      const { value, cell } = of(measure.key);
      return value === undefined ? "-" : writeQuantity(value, cell, writtenUnit(measure.unit, currency), language);
    });
    return after === "-"
      ? []
      : [
          `<tr><th scope="row">${escaped(measure.title[language])}</th><td>${escaped(before)}</td><td>${escaped(after)}</td></tr>`,
        ];
  });
  const head = [SAID.measure, SAID.today, SAID.plan].map((word) => `<th scope="col">${word[language]}</th>`).join("");
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
