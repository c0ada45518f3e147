import { PIECES_BY } from "../../domain/contiguity.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import { atomsOf } from "../../compare/groupings.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { touchingBy } from "../../geo/touching-by.ts";
import { districtNeighbours, withChanges } from "../grouping/district-graph.ts";
import type { GroupingSearch } from "../grouping/enumerate.ts";
import { allTouch, type Group } from "../grouping/groups.ts";
import { pupilsByAtom } from "./names.ts";
import { type GroupingFacts, ruleTest } from "./rules.ts";

const MOST_STEPS = 20_000_000;

/** The search for all groupings that answer a question, as long as there are no more than so many. */
export function searchOf(question: ConsolidateQuestion, facts: GroupingFacts, most: number): GroupingSearch {
  const tests = question.rules.map((rule) => ruleTest(rule, facts));
  const count = facts.names.length;
  return {
    count,
    groups: question.districts,
    neighbours: question.contiguity === "ignored" ? allTouch(count) : facts.neighbours,
    allows: (group: Group) => tests.every((test) => test(group)),
    most,
    mostSteps: MOST_STEPS,
  };
}

export function groupingFacts(basis: Basis, question: ConsolidateQuestion): GroupingFacts {
  const atoms = atomsOf(basis, question);
  const { contiguity, touching = [] } = question;
  const adjacency = touchingBy(contiguity === "ignored" ? PIECES_BY : contiguity, basis.municipality);
  return {
    names: atoms.map(({ name }) => name),
    pupils: pupilsByAtom(basis, atoms),
    neighbours: withChanges(districtNeighbours(adjacency, { ...basis.baseline, districts: atoms }), touching),
  };
}
