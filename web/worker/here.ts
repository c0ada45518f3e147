import {
  ADDRESSES_FILE,
  answerAt,
  findPlaces,
  importAddresses,
  inBoth,
  indexPlaces,
  type Municipality,
  type NamedPlace,
  type OpenCase,
  type PlaceIndex,
  unreachable,
} from "../../src/index.ts";
import { groundOf } from "./assumed-plan.ts";
import { problemOf } from "./case-view.ts";
import { readGiven } from "./read-given.ts";
import type { HereAnswer, HereQuestion } from "./here-messages.ts";

/** What a list below the field shows. */
const MOST_FOUND = 6;

/** What can be found in a case, with addresses once they are read; whatever things cost in it, which may be tried while somebody searches. */
const indexes = new WeakMap<Municipality, PlaceIndex>();

/** Answers what is asked about a place. Nothing of it leaves the worker but to the page. */
export async function answerHere(opened: OpenCase, question: HereQuestion): Promise<HereAnswer> {
  switch (question.about) {
    case "addresses":
      return readAddresses(opened, question.files);
    case "find": {
      const { municipality } = opened.basis;
      const index = indexes.get(municipality) ?? indexPlaces([], namedIn(municipality));
      indexes.set(municipality, index);
      return { about: "find", text: question.text, found: findPlaces(index, question.text, MOST_FOUND) };
    }
    case "point": {
      const { basis } = opened;
      const asked = question.plans.map((plan) => ({ ground: groundOf(basis, plan), plan: plan.plan }));
      const answer = answerAt(question.at, [{ ground: basis, plan: basis.baseline }, ...asked]);
      return { about: "point", answer };
    }
    default:
      return unreachable(question);
  }
}

async function readAddresses(
  { basis: { municipality } }: OpenCase,
  files: Extract<HereQuestion, { about: "addresses" }>["files"],
): Promise<HereAnswer> {
  const { value = [], issues } = importAddresses(await readGiven(files), municipality.sites);
  indexes.set(municipality, indexPlaces(value, namedIn(municipality)));
  const fault = issues.map(problemOf).find(({ severity }) => severity === "error");
  const notice = municipality.info.addressesNotice;
  return {
    about: "addresses",
    count: value.length,
    ...(notice !== undefined && value.length > 0 && { notice }),
    ...(fault && { fault: inBoth((language) => `${ADDRESSES_FILE}:${fault.line ?? 1}: ${fault.message[language]}`) }),
  };
}

const namedIn = ({ scenery, sites }: Municipality): readonly NamedPlace[] => [
  ...scenery.places.map((place): NamedPlace => ({ kind: "place", town: "", ...place })),
  ...sites.map(({ name, town, lon, lat }): NamedPlace => ({ kind: "school", name, town, lon, lat })),
];
