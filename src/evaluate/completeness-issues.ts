import type { Grades } from "../domain/grades.ts";
import { catalogue, type Said } from "../domain/language.ts";
import type { Issue, IssueText } from "../domain/issue.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Completeness, Gap } from "../domain/completeness.ts";
import { toldNumeral } from "./told-count.ts";

const DO = catalogue("evaluate.completeness-issues.do", {
  "no-site": {
    da: "Tilføj områderne i planens zones, eller lad en skole have de klassetrin.",
    en: "Add the units to the plan's zones, or let a school teach those grades.",
  },
  "not-taught": {
    da: "Giv skolen klassetrinnene i teaching, eller send eleverne til en anden skole.",
    en: "Give the school those grades in teaching, or send the pupils to another school.",
  },
  "no-district": {
    da: "Føj skolen til et distrikt i planens districts eller i sites.csv.",
    en: "Add the school to a district in the plan's districts or in sites.csv.",
  },
} as const);

/** The same three faults, of the plan in force an error and of any other plan a warning: the rest of the case can be used. */
export const COMPLETENESS_ISSUES = catalogue("evaluate.completeness-issues.completenessIssues", {
  "today-no-site": {
    severity: "error",
    message: {
      da: "Planen i kraft, »{plan}«, giver {missing} af {pupils, number} elever ingen skole: {list}.",
      en: 'The plan in force, "{plan}", gives {missing} of {pupils, number} pupils no school: {list}.',
    },
    action: DO["no-site"],
  },
  "today-not-taught": {
    severity: "error",
    message: {
      da: "Planen i kraft, »{plan}«, sender {missing} af {pupils, number} elever til en skole, der ikke har deres klassetrin: {list}.",
      en: 'The plan in force, "{plan}", sends {missing} of {pupils, number} pupils to a school that does not teach their grades: {list}.',
    },
    action: DO["not-taught"],
  },
  "today-no-district": {
    severity: "error",
    message: {
      da: "I planen i kraft, »{plan}«, går {missing} af {pupils, number} elever på en skole uden distrikt: {list}.",
      en: 'In the plan in force, "{plan}", {missing} of {pupils, number} pupils go to a school in no district: {list}.',
    },
    action: DO["no-district"],
  },
  "plan-no-site": {
    severity: "warning",
    message: {
      da: "Planen »{plan}« er ikke færdig: {missing} af {pupils, number} elever har ingen skole: {list}.",
      en: 'The plan "{plan}" is unfinished: {missing} of {pupils, number} pupils have no school: {list}.',
    },
    action: DO["no-site"],
  },
  "plan-not-taught": {
    severity: "warning",
    message: {
      da: "Planen »{plan}« er ikke færdig: {missing} af {pupils, number} elever sendes til en skole, der ikke har deres klassetrin: {list}.",
      en: 'The plan "{plan}" is unfinished: {missing} of {pupils, number} pupils are sent to a school that does not teach their grades: {list}.',
    },
    action: DO["not-taught"],
  },
  "plan-no-district": {
    severity: "warning",
    message: {
      da: "Planen »{plan}« er ikke færdig: {missing} af {pupils, number} elever går på en skole uden distrikt: {list}.",
      en: 'The plan "{plan}" is unfinished: {missing} of {pupils, number} pupils go to a school in no district: {list}.',
    },
    action: DO["no-district"],
  },
} as const satisfies Record<string, IssueText>);

/** Where the plan was read from, what it is called, and what hangs on it. */
interface PlanSource {
  readonly file: string;
  readonly plan: Said;
  readonly role: "today" | "plan";
  /** Pupils of the whole case. */
  readonly pupils: number;
}

/** An unfinished plan as issues, one for each way in which pupils lack a school, with their number and places. */
export function completenessIssues(
  municipality: Municipality,
  completeness: Completeness,
  { file, plan, role, pupils }: PlanSource,
): readonly Issue[] {
  if (completeness.status === "finished") return [];
  const { sites, units, grades } = municipality;
  return (["no-site", "not-taught", "no-district"] as const).flatMap((kind): Issue[] => {
    const gaps = completeness.gaps.filter(({ why }) => why.kind === kind);
    if (gaps.length === 0) return [];
    const code = `${role}-${kind}` as const;
    const missing = toldNumeral(
      municipality,
      gaps.reduce((sum, gap) => sum + gap.pupils, 0),
    );
    const names = gaps.map(({ unit, why }) => (why.kind === "no-site" ? units.id[unit] : sites[why.site].name));
    const list = [...new Set(names)].map((name) => `${name} (${bandsAt(grades, gaps, names, name)})`);
    const { severity } = COMPLETENESS_ISSUES[code];
    return [{ code, severity, file, values: { plan, missing, pupils, list: few(list) } }];
  });
}

/** Places that are named before the rest is only counted. */
const MOST_NAMED = 12;

const few = (list: readonly string[]): string =>
  list.length > MOST_NAMED ? `${list.slice(0, MOST_NAMED).join(", ")} … (${list.length})` : list.join(", ");

const bandsAt = (grades: Grades, gaps: readonly Gap[], names: readonly string[], name: string): string =>
  grades.bands
    .filter(({ band }) => gaps.some((gap, i) => names[i] === name && gap.band === band))
    .map(({ key }) => key)
    .join(", ");
