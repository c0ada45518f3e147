import { GRADE_COUNT } from "../cases/folkeskole.ts";
import type { Issue } from "../../src/domain/issue.ts";
import type { Demand } from "../../src/domain/municipality.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openCase } from "../../src/open-case.ts";
import { accountOf } from "../../src/report/account.ts";
import { formatIssue } from "../../src/report/issue.ts";
import { TRAVEL_ISSUES } from "../../src/travel/issue-texts.ts";
import { caseFolder } from "../data/case-folder.ts";
import { archipelago } from "../cases/archipelago.ts";
import { tinyCase } from "../cases/tiny.ts";
import { type Find, type Kind, Tally } from "./attempt.ts";
import { countPupils } from "./count.ts";
import { damagedCase } from "./damage.ts";
import { measured } from "./invariants.ts";

interface Whole {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What import says of the case as it is. */
  readonly known: ReadonlySet<string>;
  readonly pupils: readonly number[];
  /** How often a damaged case that import takes is measured as well. */
  readonly measure: number;
}

const whole = (name: string, files: ReadonlyMap<string, Uint8Array>, measure: number): Whole => {
  const { value, issues } = importCase(files);
  if (!value) throw new Error(`${name} is damaged before anything is done to it`);
  return { name, files, known: new Set(issues.map(code)), pupils: pupilsByGrade(value.municipality.demand), measure };
};

const code = ({ code: name, file }: Issue): string => `${name} ${file ?? ""}`;

function pupilsByGrade({ pupils }: Demand): readonly number[] {
  const counts = Array.from({ length: GRADE_COUNT }, () => 0);
  pupils.forEach((count, at) => (counts[at % GRADE_COUNT] += count));
  return counts;
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

/** The cases that come with the project. */
const shipped = once(() => [whole("lattice", caseFolder("lattice"), 1), whole("holbaek", caseFolder("holbaek"), 0.05)]);
const drawn = once(() => [whole("tiny", tinyCase(), 1), whole("islands", archipelago(1), 1)]);

const TEXTS = { ...ISSUE_TEXTS, ...TRAVEL_ISSUES };

export const tally = new Tally();

/** Damaged files: never an exception; refused or read with every pupil accounted for; every issue has its sentence. */
const damagedFiles = (
  kind: string,
  cases: () => readonly Whole[],
  isDamaged: (path: string) => boolean = () => true,
): Kind => ({
  name: kind,
  async attempt(dice) {
    const { name, files, known, pupils, measure } = dice.one(cases());
    const damaged = damagedCase(files, dice, isDamaged);
    const find = (what: string): Find => ({ what: `${name}: ${what}`, files: damaged.files });
    const { value, issues } = importCase(damaged.files);
    const errors = issues.filter(({ severity }) => severity === "error");
    if ((value === undefined) !== errors.length > 0) return find(`${errors.length} errors, and a value all the same`);
    const unsaid = issues.find((issue) =>
      (["da", "en"] as const).some((language) => /undefined|\{[a-z]+\}/i.test(formatIssue(issue, TEXTS, language))),
    );
    if (unsaid) return find(`a message with a hole: ${formatIssue(unsaid, TEXTS, "en")}`);
    tally.add(!value ? "refused" : issues.length > 0 ? "read, with a word" : "read");
    if (!value) return undefined;
    const silent = issues.every((issue) => known.has(code(issue)));
    if (silent) {
      const table = damaged.files.get("pupils.csv");
      const expected = damaged.touched.has("pupils.csv") ? table && countPupils(table) : pupils;
      const read = pupilsByGrade(value.municipality.demand);
      if (expected && expected.some((count, grade) => count !== read[grade]))
        return find(`pupils by grade ${expected.join(" ")} in the file, ${read.join(" ")} read, without a word`);
    }
    if (!dice.chance(measure)) return undefined;
    const opened = openCase(damaged.files);
    if (!opened.value) return undefined;
    const { pupils: account } = accountOf(opened.value.basis, opened.value.notes);
    if (account.unexplained !== 0) return find(`${account.unexplained} pupils that no sum accounts for`);
    for (const plan of opened.value.plans) {
      const fault = measured(opened.value.basis, plan);
      if (fault) return find(`plan ${plan.id}: ${fault}`);
    }
    return undefined;
  },
});

export const allFiles = damagedFiles("files", () => [...drawn(), ...shipped()]);
export const shippedFiles = damagedFiles("shipped", shipped);
/** Tables of pupils alone. */
export const pupilTables = damagedFiles("csv", drawn, (path) => path === "pupils.csv");
