import { BANDS } from "../../domain/grades.ts";
import type { Text } from "../../domain/language.ts";
import type { Conflict, Relaxation } from "../../domain/outcome.ts";
import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { smallestConflict } from "../deletion-filter.ts";
import { gapOf, PROVEN } from "../steps.ts";
import { attemptRedraw } from "./attempt.ts";
import { balancedPupils, frameRedraw, limitsOf } from "./frame.ts";
import { sum } from "../../kernels/sum.ts";

/** How often a search may ask whether to stop while a rule is tested; undecided rules stay named. */
const PATIENCE = 3000;

interface SwitchedRule {
  readonly text: Text;
  readonly without: (question: RedrawQuestion) => RedrawQuestion;
}

/**
 * Why districts cannot be drawn: a smallest set of rules that collide, what leaving out each of them would give, and the units and seats that make it plain.
 */
export async function explainRedraw(basis: Basis, question: RedrawQuestion): Promise<Conflict> {
  const all = rulesOf(basis, question);
  const without = (left: readonly SwitchedRule[]) => all.filter((rule) => !left.includes(rule));
  const rules = await smallestConflict(
    all,
    async (left) => valueWithout(basis, question, without(left)).outcome !== "infeasible",
  );
  const relaxing = rules.map((rule) => ({ rule: rule.text, ...valueWithout(basis, question, [rule]) }));
  const count = {
    da: `${question.districts} sammenhængende distrikter`,
    en: `${question.districts} contiguous districts`,
  };
  return { rules: [count, ...rules.map(({ text }) => text)], details: detailsOf(basis, question), relaxing };
}

function rulesOf(basis: Basis, question: RedrawQuestion): readonly SwitchedRule[] {
  const { least, most } = limitsOf(sum(balancedPupils(basis, question)), question);
  const column = question.balance === "pupils" ? "" : ` ${BANDS[question.balance].key}`;
  const names = (question.seats ?? []).map((site) => basis.municipality.sites[site].name).join(", ");
  const balance: SwitchedRule = {
    text: {
      da: `fra ${least} til ${most} elever${column} i hvert distrikt`,
      en: `from ${least} to ${most} pupils${column} in every district`,
    },
    without: (asked) => ({ ...asked, tolerance: asked.districts }),
  };
  const sites: SwitchedRule = {
    text: { da: "en åben skole i hvert distrikt", en: "an open site in every district" },
    without: (asked) => ({ ...asked, sites: "ignored" }),
  };
  const seats: SwitchedRule = {
    text: { da: `hvert distrikt om en af ${names}`, en: `every district around one of ${names}` },
    without: ({ kind, districts, tolerance, balance: balanced, objective, sites: held, limits }) => ({
      kind,
      districts,
      tolerance,
      balance: balanced,
      objective,
      sites: held,
      limits,
    }),
  };
  return [balance, ...(question.sites === "in-every-district" ? [sites] : []), ...(question.seats ? [seats] : [])];
}

/** The best map with some rules left out, as far as patience goes. */
function valueWithout(
  basis: Basis,
  question: RedrawQuestion,
  rules: readonly SwitchedRule[],
): Pick<Relaxation, "outcome" | "values"> {
  const asked = rules.reduce((left, rule) => rule.without(left), question);
  let patience = PATIENCE;
  const { found, bound } = attemptRedraw(basis, asked, () => --patience < 0);
  if (found) return { outcome: gapOf(found.cost, bound) <= PROVEN ? "optimal" : "stopped", values: [found.cost] };
  return { outcome: bound === Infinity ? "infeasible" : "unknown", values: [] };
}

/** Units larger than a district may be, and seats that cannot have one each. */
function detailsOf(basis: Basis, question: RedrawQuestion): readonly Text[] {
  const demand = balancedPupils(basis, question);
  const { most } = limitsOf(sum(demand), question);
  const { units } = basis.municipality;
  const large = [...demand.keys()].filter((unit) => demand[unit] > most);
  const details: Text[] = large.map((unit) => ({
    da: `${units.id[unit]} har ${demand[unit]} elever, og et distrikt må højst have ${most}`,
    en: `${units.id[unit]} has ${demand[unit]} pupils, and a district may have at most ${most}`,
  }));
  const { seats, districts } = question;
  if (!seats) return details;
  if (seats.length !== districts)
    details.push({
      da: `${seats.length} skoler er nævnt som midte for ${districts} distrikter`,
      en: `${seats.length} sites are named as seats of ${districts} districts`,
    });
  const standing = frameRedraw(basis, question).problem.rootUnit.length;
  if (standing < seats.length)
    details.push({
      da: `${seats.length - standing} af skolerne ligger i samme område som en anden eller uden for alle`,
      en: `${seats.length - standing} of the sites stand in the same unit as another or outside all`,
    });
  return details;
}
