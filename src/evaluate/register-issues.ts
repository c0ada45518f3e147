import { catalogue, inBoth, type Text } from "../domain/language.ts";
import type { Issue, IssueText } from "../domain/issue.ts";
import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "./basis.ts";
import { toldNumeral } from "./told-count.ts";

/** What the plan in force may have to say against the pupils that the sites have by the register. */
export const REGISTER_ISSUES = catalogue("evaluate.register-issues", {
  "sites-without-their-pupils": {
    severity: "error",
    message: {
      da: "Skoler har næsten ingen af de elever, de er registreret med, når planen i kraft, »{plan}«, fordeler dem (fordelt / registreret): {list}. I alt mangler {missing, number}.",
      en: 'Schools have next to none of their registered pupils when the plan in force, "{plan}", shares them out (shared out / registered): {list}. {missing, number} are missing in all.',
    },
    action: {
      da: "Kontrollér, at hele pupils.csv kom med. Er tallene i sites.csv forkerte, så ret dem, eller slet kolonnerne pupils_0 til pupils_9.",
      en: "Check that the whole of pupils.csv was exported. If the figures in sites.csv are wrong, correct them or delete columns pupils_0 to pupils_9.",
    },
  },
  "sites-unlike-register": {
    severity: "warning",
    message: {
      da: "Skoler har et andet elevtal end det registrerede, når planen i kraft, »{plan}«, fordeler eleverne (fordelt / registreret): {list}.",
      en: 'Schools have other numbers of pupils than registered when the plan in force, "{plan}", shares them out (shared out / registered): {list}.',
    },
    action: {
      da: "Kontrollér planens zoner og pupils.csv. En forskel kan være elever, der har valgt en anden skole.",
      en: "Check the plan's zones and pupils.csv. Pupils who have chosen another school can make a difference.",
    },
  },
} as const satisfies Record<string, IssueText>);

/** Fewer pupils than this are no sign of anything. */
const FEW = 20;
/** A site further from its registered number than this share of it is worth a word: free choice moves fewer. */
const UNLIKE = 0.25;
/** A site with less than this share has lost its pupils, if so many are missing in all as well. */
const NEXT_TO_NONE = 0.1;
const MISSING_IN_ALL = 0.03;
/** Sites that are named before the rest is only counted. */
const MOST_NAMED = 12;

/**
 * Holds the pupils that the plan in force gives each site against those it has by the register; for a plan that the case
 * states, since a guessed one says nothing about the data.
 */
export function registerIssues(
  { municipality, unitBand }: Pick<Basis, "municipality" | "unitBand">,
  plan: Plan,
  file: string,
): readonly Issue[] {
  const { sites } = municipality;
  const given = sites.map(() => 0);
  plan.assignment.forEach((site, pair) => {
    if (site !== NO_SITE) given[site] += unitBand[pair];
  });
  const registered = sites.map(({ registered: grades }) => grades?.reduce((sum, each) => sum + each, 0));
  const missing = registered.reduce<number>((sum, each) => sum + (each ?? 0), 0) - sumOf(given);
  const unlike = sites.flatMap(({ name }, site) => {
    const wanted = registered[site];
    if (wanted === undefined) return [];
    const far = Math.abs(wanted - given[site]);
    return far >= FEW && far > UNLIKE * wanted ? [{ name, wanted, given: given[site] }] : [];
  });
  if (unlike.length === 0) return [];
  const lost = unlike.filter((each) => each.given < NEXT_TO_NONE * each.wanted);
  const isDamage = lost.length > 0 && missing >= FEW && missing > MISSING_IN_ALL * sumOf(given);
  const list = listed(municipality, isDamage ? lost : unlike);
  return isDamage
    ? [{ code: "sites-without-their-pupils", severity: "error", file, values: { plan: plan.title, list, missing } }]
    : [{ code: "sites-unlike-register", severity: "warning", file, values: { plan: plan.title, list } }];
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function listed(
  municipality: Pick<Municipality, "info">,
  sites: readonly { readonly name: string; readonly wanted: number; readonly given: number }[],
): Text {
  const named = sites
    .slice(0, MOST_NAMED)
    .map(({ name, given, wanted }) => ({ name, wanted, told: toldNumeral(municipality, given) }));
  const more = sites.length > MOST_NAMED ? ` … (${sites.length})` : "";
  return inBoth(
    (language) => named.map(({ name, wanted, told }) => `${name} (${told[language]} / ${wanted})`).join(", ") + more,
  );
}
