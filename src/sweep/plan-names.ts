import { formatBands, NO_BANDS } from "../domain/grades.ts";
import { catalogue, filled, inBoth, type Text } from "../domain/language.ts";
import type { Plan } from "../domain/plan.ts";
import type { QuestionFile } from "../protocol/question-file.ts";
import { atomsOf, columnsOf, type Consolidation } from "../compare/groupings.ts";
import type { Basis } from "../evaluate/basis.ts";
import { canonicalSum } from "../kernels/canonical-sum.ts";
import type { SweepAnswer } from "../protocol/sweep-answer.ts";

const SAID = catalogue("sweep.plan-names", {
  closed: { da: "{site} lukket", en: "{site} closed" },
  asToday: { da: "Skolerne som i dag", en: "Schools as today" },
  assignment: { da: "Fordeling {id}", en: "Assignment {id}" },
  districts: { da: "Distrikter {id}", en: "Districts {id}" },
});

type NamedPlan = NonNullable<SweepAnswer["plan"]>;

/** A grouping by what it joins, in the case's own order whoever has most pupils in a scenario. */
export function groupingNamed(basis: Basis, answer: Consolidation, grouping: number): NamedPlan {
  const atoms = atomsOf(basis, answer.question);
  const groups = columnsOf(answer, grouping).map(({ joins }) => joins.map((atom) => atoms[atom]));
  const name = groups.map((group) => group.map((atom) => atom.name).join(" + ")).join(" · ");
  return { key: groups.map((group) => group.map(({ id }) => id).join("+")).join("|"), name: inBoth(() => name) };
}

/** A plan by what the question decides: which schools are open with which grades, or who goes where. `today` is the case's, in every scenario. */
export function planNamed(kind: QuestionFile["kind"], { municipality }: Basis, today: Plan, plan: Plan): NamedPlan {
  if (kind === "network") return networkNamed(municipality.sites, today, plan);
  const { districts, assignment } = plan;
  const key = canonicalSum({
    ...(kind === "redraw" && { districts: districts.map(({ sites }) => sites) }),
    assignment: Array.from(assignment),
  });
  const id = key.slice(0, 8);
  return { key, name: filled(kind === "redraw" ? SAID.districts : SAID.assignment, { id }) };
}

function networkNamed(sites: Basis["municipality"]["sites"], today: Plan, { teaching, grades }: Plan): NamedPlan {
  const changed = sites.flatMap(({ id, name }, site) => {
    if (teaching[site] === today.teaching[site]) return [];
    const bands = formatBands(grades, teaching[site]);
    const said: Text =
      teaching[site] === NO_BANDS ? filled(SAID.closed, { site: name }) : inBoth(() => `${name} ${bands}`);
    return [{ key: `${id}=${bands}`, said }];
  });
  if (changed.length === 0) return { key: "", name: SAID.asToday };
  return {
    key: changed.map(({ key }) => key).join("|"),
    name: inBoth((language) => changed.map(({ said }) => said[language]).join(" · ")),
  };
}
