import { type AssignmentObjective, catalogue, type Text } from "../../src/index.ts";
import { exact, LIMITED_IN } from "./goals.ts";
import {
  type AssignmentPart,
  band,
  bare,
  type Filled,
  type GroupingPart,
  type LockPart,
  type NetworkPart,
  number,
  type RedrawPart,
  type RowOf,
  type RuleContext,
  type RuleRows,
  SITE,
} from "./rows.ts";

/** What a question says in metres. */
const KILOMETRES = {
  ...number(15, 0.5, 50, 0.5),
  of: (said: ReadonlyMap<string, unknown>) => Number(said.get("metres")) / 1000,
};

const LONGEST_WAY = catalogue("web.ask-rules.longest-way", {
  words: {
    da: "Ingen i {band} har længere end {km} km til skole",
    en: "Nobody in {band} has more than {km} km to school",
  },
  blanks: {
    band: band(0),
    km: KILOMETRES,
  },
  times: "many",
  part: ({ band: of, km }: Filled, { grades }: RuleContext) => [
    { kind: "longest-way" as const, band: grades.bands[of].key, metres: Math.round(1000 * km) },
  ],
} as const);

/** Everybody who meets a condition stays where the plan that is asked of has them. */
const kept = (
  { grades, assignment, unitIds, siteIds }: RuleContext,
  isKept: (pair: number, site: number) => boolean,
): readonly LockPart[] =>
  Array.from(assignment).flatMap((site, pair) =>
    site < siteIds.length && isKept(pair, site)
      ? [
          {
            kind: "lock",
            unit: unitIds[Math.floor(pair / grades.bandCount)],
            band: grades.bands[pair % grades.bandCount].key,
            site: siteIds[site],
          },
        ]
      : [],
  );

/** What is locked, as rules of a question. */
export const locksOf = (context: RuleContext, locked: ReadonlySet<number>): readonly LockPart[] =>
  kept(context, (pair) => locked.has(pair));

/** Which of the forecast's courses must hold. */
const COURSES = catalogue("web.ask-rules.courses", [
  { key: "mid", words: { da: "som prognosen ser ud", en: "by the forecast" }, value: ["mid"] },
  { key: "low", words: { da: "hvis der kommer færre elever", en: "if fewer pupils come" }, value: ["low"] },
  { key: "high", words: { da: "hvis der kommer flere elever", en: "if more pupils come" }, value: ["high"] },
  {
    key: "any",
    words: { da: "hvad enten der kommer færre eller flere elever", en: "whether fewer or more pupils come" },
    value: ["low", "mid", "high"],
  },
] as const);

/** What an objective may be held below, in what it is told in. */
const LIMITED = catalogue("web.ask-rules.limited", [
  {
    key: "longest-way",
    words: { da: "km på den længste skolevej", en: "km on the longest way to school" },
    value: ["longest-way"],
  },
  {
    key: "pupil-metres",
    words: {
      da: "km om dagen, når alle elevers skolevej lægges sammen",
      en: "km a day when all pupils' ways to school are added up",
    },
    value: ["pupil-metres"],
  },
  { key: "overflow", words: { da: "elever uden plads", en: "pupils without a place" }, value: ["overflow"] },
  {
    key: "changed-site",
    words: { da: "elever, der skifter skole i forhold til i dag", en: "pupils who change school compared with today" },
    value: ["changed-site"],
  },
  {
    key: "kroner",
    words: {
      da: "tusind {currency} om året til klasser og befordring",
      en: "thousand {currencyName} a year for classes and transport",
    },
    value: ["kroner"],
  },
  {
    key: "fullest-site",
    words: {
      da: "elever pr. 100 pladser på den mest fyldte skole",
      en: "pupils per 100 places at the fullest school",
    },
    value: ["fullest-site"],
  },
] as const satisfies readonly {
  readonly key: string;
  readonly words: Text;
  readonly value: readonly [AssignmentObjective];
}[]);

/** A row a rule of who goes where. */
export const ASSIGNMENT_ROWS = catalogue("web.ask-rules.assignment", {
  capacity: bare(
    { kind: "capacity" },
    "Ingen skole får flere elever, end den har plads til",
    "No school gets more pupils than it has places for",
  ),
  "capacity-in-years": {
    words: {
      da: "Der er også plads om {from} til {to} år, {course}",
      en: "There is room {from} to {to} years from now as well, {course}",
    },
    blanks: {
      from: number(0, 0, 30),
      to: number(5, 0, 30),
      course: {
        kind: "choice",
        first: 0,
        key: "scenarios",
        name: { da: "Prognose", en: "Forecast" },
        options: COURSES,
      },
    },
    times: "once",
    part: ({ from, to, course }) => [
      {
        kind: "capacity-in-years",
        from: Math.min(from, to),
        to: Math.max(from, to),
        scenarios: [...COURSES[course].value],
      },
    ],
  },
  "longest-way": LONGEST_WAY,
  "most-moved": {
    words: { da: "Højst {pupils} elever skifter skole", en: "At most {pupils} pupils change school" },
    blanks: { pupils: number(300, 0, 100_000, 10) },
    times: "once",
    part: ({ pupils }) => [{ kind: "most-moved", pupils }],
  },
  "keep-site": {
    words: { da: "{site} beholder de elever, den har i planen", en: "{site} keeps the pupils that the plan gives it" },
    blanks: { site: SITE },
    times: "many",
    part: ({ site }, context) => kept(context, (_, at) => at === site),
  },
  "keep-band": {
    words: {
      da: "Ingen i {band} skifter skole i planen",
      en: "Nobody in {band} changes school in the plan",
    },
    blanks: { band: band(2) },
    times: "many",
    part: ({ band: of }, context) => kept(context, (pair) => pair % context.grades.bandCount === of),
  },
  "stay-in-district": bare(
    { kind: "stay-in-district" },
    "Alle bliver i deres distrikt",
    "Everybody stays in their district",
  ),
  "one-site-for-all-bands": bare(
    { kind: "one-site-for-all-bands" },
    "Et område hører til samme skole i alle de klasser, skolen har",
    "An area belongs to one school in all the grades that the school has",
  ),
  "contiguous-zones": bare(
    { kind: "contiguous-zones" },
    "Hver skoles område hænger sammen",
    "Every school's area is in one piece",
  ),
  "keeps-own-unit": bare(
    { kind: "keeps-own-unit" },
    "De, der bor lige ved en skole, går på den",
    "Those who live right by a school go to it",
  ),
  "nearest-open": bare(
    { kind: "nearest-open" },
    "Alle går på den nærmeste skole, der har deres klasse",
    "Everybody goes to the nearest school that has their grade",
  ),
  "most-split": {
    words: {
      da: "Højst {pairs} områder må deles mellem flere skoler",
      en: "At most {pairs} areas may be divided between schools",
    },
    blanks: { pairs: number(5, 0, 1000) },
    times: "once",
    part: ({ pairs }) => [{ kind: "most-split", pairs }],
  },
  feeder: {
    words: {
      da: "Elever, der går ud af {from}, fortsætter på {to}",
      en: "Pupils who leave {from} go on to {to}",
    },
    blanks: { from: SITE, to: SITE },
    times: "many",
    part: ({ from, to }, { siteIds }) => [{ kind: "feeder", from: siteIds[from], to: siteIds[to] }],
  },
  "at-most": {
    words: { da: "Højst {most} {what}", en: "At most {most} {what}" },
    blanks: {
      most: {
        ...number(15, 0, 100_000_000, 0.1),
        of: (said: ReadonlyMap<string, unknown>) => {
          const limit = LIMITED.find(({ value: [objective] }) => objective === said.get("objective"));
          return limit ? exact(Number(said.get("most")) / LIMITED_IN[limit.value[0]]) : 0;
        },
      },
      what: {
        kind: "choice",
        first: 0,
        key: "objective",
        name: { da: "Hensyn", en: "Concern" },
        options: LIMITED,
      },
    },
    times: "many",
    part: ({ most, what }) => {
      const [objective] = LIMITED[what].value;
      return [{ kind: "at-most", objective, most: exact(most * LIMITED_IN[objective]) }];
    },
  },
} as const satisfies RuleRows<AssignmentPart>);

/** A row a rule of which schools there are to be. */
export const NETWORK_ROWS = catalogue("web.ask-rules.network", {
  capacity: bare(
    { kind: "capacity" },
    "Ingen skole får flere elever, end den har plads til",
    "No school gets more pupils than it has places for",
  ),
  "most-closures": {
    words: { da: "Højst {sites} skoler lukker", en: "At most {sites} schools close" },
    blanks: { sites: number(2, 0, 100) },
    times: "once",
    part: ({ sites }) => [{ kind: "most-closures", sites }],
  },
  "fewest-pupils": {
    words: { da: "Hver skole har mindst {pupils} elever", en: "Every school has at least {pupils} pupils" },
    blanks: { pupils: number(100, 0, 5000, 10) },
    times: "once",
    part: ({ pupils }) => [{ kind: "fewest-pupils", pupils }],
  },
  "most-pupils": {
    words: { da: "Hver skole har højst {pupils} elever", en: "Every school has at most {pupils} pupils" },
    blanks: { pupils: number(900, 1, 5000, 10) },
    times: "once",
    part: ({ pupils }) => [{ kind: "most-pupils", pupils }],
  },
  "longest-way": LONGEST_WAY,
  /** No rule of its own: the school is left no other choice (see `questionOf`). */
  "stays-open": {
    words: { da: "{site} skal blive", en: "{site} shall stay" },
    blanks: { site: SITE },
    times: "many",
    part: () => [],
  },
  /** Likewise: one choice more. */
  "may-end": {
    words: {
      da: "{site} må slutte efter {band} i stedet for at lukke",
      en: "{site} may end after {band} rather than close",
    },
    blanks: { site: SITE, band: band(1) },
    times: "many",
    part: () => [],
  },
} as const satisfies RuleRows<NetworkPart>);

/** Of every new district, drawn or merged; `least`: the fewest pupils that may be asked for. */
const EVERY_LEAST: Text = catalogue("web.ask-rules.everyLeast", {
  da: "Hvert distrikt har mindst {pupils} elever",
  en: "Every district has at least {pupils} pupils",
});
const everyLeast = (least: number) =>
  ({
    words: EVERY_LEAST,
    blanks: { pupils: number(500, least, 100_000, 10) },
    times: "once",
    part: ({ pupils }: Filled) => [{ kind: "at-least-pupils", pupils }],
  }) as const satisfies RowOf<RedrawPart & GroupingPart>;

const EVERY_MOST = catalogue("web.ask-rules.everyMost", {
  words: { da: "Hvert distrikt har højst {pupils} elever", en: "Every district has at most {pupils} pupils" },
  blanks: { pupils: number(3000, 1, 100_000, 10) },
  times: "once",
  part: ({ pupils }: Filled) => [{ kind: "at-most-pupils", pupils }],
} as const satisfies RowOf<RedrawPart & GroupingPart>);

/** A row a rule of new districts. */
export const REDRAW_ROWS = catalogue("web.ask-rules.redraw", {
  /** No rule of its own: one of the question's seats (see `questionOf`). */
  seat: {
    words: { da: "Der tegnes et distrikt om {site}", en: "A district is drawn around {site}" },
    blanks: { site: SITE },
    times: "many",
    part: () => [],
  },
  capacity: bare(
    { kind: "capacity" },
    "Skolerne i hvert distrikt har plads til alle, der bor i det",
    "The schools in every district have room for all who live in it",
  ),
  farthest: {
    words: {
      da: "Ingen bor mere end {km} km i lige linje fra midten af deres distrikt",
      en: "Nobody lives more than {km} km in a straight line from the middle of their district",
    },
    blanks: { km: KILOMETRES },
    times: "once",
    part: ({ km }) => [{ kind: "farthest", metres: Math.round(1000 * km) }],
  },
  "at-least-pupils": everyLeast(0),
  "at-most-pupils": EVERY_MOST,
  "at-least-with": {
    words: {
      da: "Distriktet med {site} har mindst {pupils} elever",
      en: "The district with {site} has at least {pupils} pupils",
    },
    blanks: { site: SITE, pupils: number(500, 0, 100_000, 10) },
    times: "many",
    part: ({ site, pupils }, { siteIds }) => [{ kind: "at-least-pupils", pupils, site: siteIds[site] }],
  },
  "at-most-with": {
    words: {
      da: "Distriktet med {site} har højst {pupils} elever",
      en: "The district with {site} has at most {pupils} pupils",
    },
    blanks: { site: SITE, pupils: number(1500, 1, 100_000, 10) },
    times: "many",
    part: ({ site, pupils }, { siteIds }) => [{ kind: "at-most-pupils", pupils, site: siteIds[site] }],
  },
} as const satisfies RuleRows<RedrawPart>);

const DISTRICTS = { one: { kind: "district", at: 0 }, other: { kind: "district", at: 1 } } as const;

const ofTwo =
  <Kind extends "together" | "apart">(kind: Kind) =>
  ({ one, other }: Filled, { districtIds }: RuleContext) => [
    { kind, districts: [districtIds[one], districtIds[other]] },
  ];

/** A row a rule of which districts are merged. */
export const GROUPING_ROWS = catalogue("web.ask-rules.grouping", {
  together: {
    words: { da: "{one} og {other} kommer i samme distrikt", en: "{one} and {other} come into one district" },
    blanks: DISTRICTS,
    times: "many",
    part: ofTwo("together"),
  },
  apart: {
    words: {
      da: "{one} og {other} kommer i hvert sit distrikt",
      en: "{one} and {other} come into different districts",
    },
    blanks: DISTRICTS,
    times: "many",
    part: ofTwo("apart"),
  },
  "at-least-pupils": everyLeast(1),
  "at-most-pupils": EVERY_MOST,
} as const satisfies RuleRows<GroupingPart>);

export type AssignmentRowKey = keyof typeof ASSIGNMENT_ROWS;
export type NetworkRowKey = keyof typeof NETWORK_ROWS;
export type RedrawRowKey = keyof typeof REDRAW_ROWS;
export type GroupingRowKey = keyof typeof GROUPING_ROWS;
export type RuleRow = RowOf<AssignmentPart> | RowOf<NetworkPart> | RowOf<GroupingPart> | RowOf<RedrawPart>;
