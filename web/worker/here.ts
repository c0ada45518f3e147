import {
  ADDRESSES_FILE,
  answerAt,
  findPlaces,
  importAddresses,
  inBoth,
  indexPlaces,
  type NamedPlace,
  type OpenCase,
  type PlaceIndex,
  unreachable,
} from "../../src/index.ts";
import { groundOf } from "./assumed-plan.ts";
import { problemOf } from "./case-view.ts";
import type { HereAnswer, HereQuestion } from "./here-messages.ts";

/** What a list below the field shows. */
const MOST_FOUND = 6;

/** What can be found in a case, with addresses once they are read. */
const indexes = new WeakMap<OpenCase, PlaceIndex>();

/** Answers what is asked about a place. Nothing of it leaves the worker but to the page. */
export function answerHere(opened: OpenCase, question: HereQuestion): HereAnswer {
  switch (question.about) {
    case "addresses":
      return readAddresses(opened, question.files);
    case "find": {
      const index = indexes.get(opened) ?? indexPlaces([], namedIn(opened));
      indexes.set(opened, index);
      return { about: "find", found: findPlaces(index, question.text, MOST_FOUND) };
    }
    case "point": {
      const { basis } = opened;
      const asked = question.plans.map((plan) => ({ ground: groundOf(basis, plan), plan: plan.plan }));
      const answer = answerAt(question.at, [{ ground: basis, plan: basis.baseline }, ...asked]);
      return { about: "point", at: question.at, answer };
    }
    default:
      return unreachable(question);
  }
}

function readAddresses(opened: OpenCase, files: Extract<HereQuestion, { about: "addresses" }>["files"]): HereAnswer {
  const { value = [], issues } = importAddresses(new Map(files.map(({ path, bytes }) => [path, bytes])));
  indexes.set(opened, indexPlaces(value, namedIn(opened)));
  const fault = issues.map(problemOf).find(({ severity }) => severity === "error");
  const notice = opened.basis.municipality.info.addressesNotice;
  return {
    about: "addresses",
    count: value.length,
    ...(notice !== undefined && value.length > 0 && { notice }),
    ...(fault && { fault: inBoth((language) => `${ADDRESSES_FILE}:${fault.line ?? 1}: ${fault.message[language]}`) }),
  };
}

const namedIn = ({ basis: { municipality } }: OpenCase): readonly NamedPlace[] => [
  ...municipality.scenery.places.map((place): NamedPlace => ({ kind: "place", town: "", ...place })),
  ...municipality.sites.map(({ name, town, lon, lat }): NamedPlace => ({ kind: "school", name, town, lon, lat })),
];
