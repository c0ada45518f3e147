import { gradesInWords } from "../../domain/grades.ts";
import { catalogue, filled, inBoth, type Text } from "../../domain/language.ts";
import type { Conflict } from "../../domain/outcome.ts";
import type { NetworkQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { toldCount } from "../../evaluate/told-count.ts";
import { smallestConflict } from "../deletion-filter.ts";
import { networkArrays } from "./problem.ts";

const SAID = catalogue("solve.network.offers-conflict", {
  andMore: { da: "og {more} andre områder", en: "and {more} other units" },
  onlyTo: {
    da: "{grades}: {pupils} i {places} kan kun komme til {schools}",
    en: "{grades}: {pupils} in {places} can only get to {schools}",
  },
  noChoiceForAll: {
    da: "Hver skole kan kun få ét af de valg, som spørgsmålet giver den, og intet valg giver dem alle en skole.",
    en: "Each school takes one of the offers that the question gives it, and no choice of offers has a school for all of them.",
  },
});

/** Pupils of one band who can get to the same sites. */
interface Fellows {
  readonly band: number;
  readonly sites: readonly number[];
  readonly units: readonly number[];
  readonly pupils: number;
}

/** Units named one by one. */
const MOST_NAMED = 5;

/**
 * Why no network can be even without a rule: a smallest set of pupils, by grades and by the sites they can get to, for whom no
 * choice among what the sites may teach has a school. `undefined` where some choice has.
 */
export async function collidingOffers(basis: Basis, question: NetworkQuestion): Promise<Conflict | undefined> {
  const { problem, pair } = networkArrays(basis, { ...question, rules: [] });
  const all = fellowsOf(basis, pair, problem.cost, problem.sites);
  const offers = problem.options.map((options) => options.map(({ serves }) => serves));
  if (canServe(all, offers)) return undefined;
  const left = await smallestConflict(all, (some) => Promise.resolve(canServe(some, offers)));
  return {
    rules: left.map((fellows) => inWords(basis, fellows)),
    details: [SAID.noChoiceForAll],
  };
}

function fellowsOf(basis: Basis, pairs: Uint32Array, cost: Float64Array, sites: number): readonly Fellows[] {
  const found = new Map<string, { band: number; sites: number[]; units: number[]; pupils: number }>();
  pairs.forEach((pair, customer) => {
    const reached = Array.from({ length: sites }, (_, site) => site).filter(
      (site) => cost[customer * sites + site] < Infinity,
    );
    const band = pair % basis.municipality.grades.bandCount;
    const key = `${band}:${reached.join()}`;
    const fellows = found.get(key) ?? { band, sites: reached, units: [], pupils: 0 };
    fellows.units.push(Math.floor(pair / basis.municipality.grades.bandCount));
    fellows.pupils += basis.unitBand[pair];
    found.set(key, fellows);
  });
  return [...found.values()];
}

/** Whether one offer a site can have a school for all of them; those with fewest ways left are looked after first. */
function canServe(all: readonly Fellows[], offers: readonly (readonly number[])[]): boolean {
  const ways = ({ band, sites }: Fellows) =>
    sites.flatMap((site) => offers[site].filter((set) => (set >> band) & 1).map((set) => ({ site, set })));
  const isServed = ({ band, sites }: Fellows) => sites.some((site) => offers[site].every((set) => (set >> band) & 1));
  const [next] = all
    .filter((fellows) => !isServed(fellows))
    .map((fellows) => ways(fellows))
    .toSorted((a, b) => a.length - b.length);
  return !next || next.some(({ site, set }) => canServe(all, offers.with(site, [set])));
}

function inWords({ municipality }: Basis, { band, sites, units, pupils }: Fellows): Text {
  const { key } = municipality.grades.bands[band];
  const schools = sites.map((site) => municipality.sites[site].name).join(", ");
  const named = units.slice(0, MOST_NAMED).map((unit) => municipality.units.id[unit]);
  const more = units.length - named.length;
  const andMore = filled(SAID.andMore, { more });
  const places = inBoth((language) => [...named, ...(more > 0 ? [andMore[language]] : [])].join(", "));
  return filled(SAID.onlyTo, {
    grades: gradesInWords(key),
    pupils: toldCount(municipality, pupils, "pupils"),
    places,
    schools,
  });
}
