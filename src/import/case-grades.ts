import { folkeskoleGrades } from "../domain/folkeskole.ts";
import { type Grade, gradeCalled, type GradeRules, type Grades, gradesNamed, gradesOf } from "../domain/grades.ts";
import { type Metres, metres } from "../domain/quantities.ts";
import type { RuleSetFile } from "../protocol/rule-set-file.ts";
import type { Sheet } from "./columns.ts";
import type { JsonPath, JsonText } from "./json-text.ts";
import type { Report } from "./report.ts";

/** The grades of a case as its rule set has them, not cut by schools yet. Denmark's where case.json states none or could not be read. */
export function gradesByRules(json: JsonText | undefined, rules: RuleSetFile | undefined, report: Report): Grades {
  if (!json || !rules) return folkeskoleGrades();
  const cutsIn = (grades: Grades): readonly Grade[] =>
    (rules.cuts ?? []).flatMap((name, i) => {
      const grade = gradeCalled(grades, name);
      if (grade !== undefined && grade < grades.count) return [grade];
      report("case.grades", json.at(["rules", "cuts", i]), { found: name });
      return [];
    });
  if (rules.kind === "danish") {
    const last = rules.tenth === "counted" ? 10 : 9;
    return folkeskoleGrades(last, cutsIn(folkeskoleGrades(last)));
  }
  const plain = plainRules(json, rules, report);
  return gradesOf({ ...plain, cuts: [...(plain.cuts ?? []), ...cutsIn(gradesOf(plain))] });
}

function plainRules(json: JsonText, rules: Extract<RuleSetFile, { kind: "plain" }>, report: Report): GradeRules {
  const { grades: names, classes, transport = [], words = [], firstAge } = rules;
  const none = names.map((): Metres => metres(Infinity));
  const bare = gradesOf({ names, limits: none });
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    report("case.grades", json.at(["rules", "grades"]), { found: names.join(", ") });
  const read = (text: string, path: JsonPath): readonly Grade[] => {
    const found = [...(gradesNamed(bare, text) ?? [])];
    if (found.length > 0 && found.every((grade) => grade < names.length)) return found;
    report("case.grades", json.at(["rules", ...path]), { found: text });
    return [];
  };
  const [most, least] = [names.map(() => 0), names.map(() => 0)];
  classes.forEach((each, i) => {
    for (const grade of read(each.grades, ["classes", i, "grades"])) {
      if (most[grade] > 0) report("case.grades", json.at(["rules", "classes", i, "grades"]), { found: names[grade] });
      most[grade] = each.most;
      least[grade] = each.least ?? 0;
    }
  });
  const without = names.filter((_, grade) => most[grade] === 0);
  if (without.length > 0) report("case.no-class", json.at(["rules", "classes"]), { grades: without.join(", ") });
  const limits = [...none];
  transport.forEach((each, i) => {
    for (const grade of read(each.grades, ["transport", i, "grades"])) {
      if (limits[grade] < Infinity)
        report("case.grades", json.at(["rules", "transport", i, "grades"]), { found: names[grade] });
      limits[grade] = metres(each.metres);
    }
  });
  // A class cap that changes cuts a band, as a way does: classes of a band are counted together.
  const cuts = names.flatMap((_, grade) =>
    grade > 0 && (most[grade] !== most[grade - 1] || least[grade] !== least[grade - 1]) ? [grade] : [],
  );
  return {
    names,
    limits,
    cuts,
    law: { kind: "plain", most: most.map((each) => each || 1), least },
    firstAge,
    words: words.flatMap(({ grades, said }, i) => {
      const found = read(grades, ["words", i, "grades"]);
      return found.length === 0
        ? []
        : [{ first: Math.min(...found), last: Math.max(...found), said: said.map((word) => word.toLowerCase()) }];
    }),
  };
}

/** Cuts bands where a site teaches a part of one: 0-5 cuts the grades 4-6 before 6. */
export function cutBySites(grades: Grades, sheet: Sheet<"grades"> | undefined, report: Report): Grades {
  const firsts = new Set(grades.bands.map(({ first }) => first));
  const cuts = new Set<Grade>();
  for (const row of sheet?.rows ?? []) {
    const taught = gradesNamed(grades, sheet?.text(row, "grades") ?? "");
    if (!taught || taught.size === 0) continue;
    for (const grade of grades.all.slice(1))
      if (taught.has(grade) !== taught.has(grade - 1) && !firsts.has(grade)) cuts.add(grade);
  }
  if (!sheet || cuts.size === 0) return grades;
  const { names, law, words, firstAge } = grades;
  const limits = grades.all.map((grade) => grades.bands[grades.bandOf[grade]].limit);
  const cut = gradesOf({ names, law, words, firstAge, limits, cuts: [...firsts, ...cuts] });
  report("sites.bands-cut", { file: sheet.file }, { bands: cut.bands.map(({ key }) => key).join(", ") });
  return cut;
}
