import type { Grades } from "../domain/grades.ts";
import { type Ages, agesNamed } from "./ages.ts";
import { readRequired } from "./cells-of-rows.ts";
import type { Sheet } from "./columns.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/** Pupils of one grade in a row. */
interface GradeCount {
  readonly grade: number;
  readonly pupils: number;
}

/** Reads children of an age as pupils of the grade that they are in by the rules, and says at the end what was assumed and left out. */
interface AgeReader {
  readonly read: (row: Row, children: number) => readonly GradeCount[];
  readonly summarise: () => void;
}

/**
 * A year of age is a grade, the youngest the first; children who are too young or too old for all grades are counted and left out. Where
 * several years are counted together each has as many, to one; which years have one more goes round, so that none has more in the end.
 */
export function ageReader(grades: Grades, sheet: Sheet<"age">, report: Report): AgeReader {
  const { firstAge, count, names } = grades;
  if (firstAge === undefined) {
    report("pupils.age-first", { file: sheet.file, line: sheet.header.line }, {});
    return { read: () => [], summarise: () => {} };
  }
  const lastAge = firstAge + count - 1;
  const share = roundRobin();
  let [pupils, younger, older, shared] = [0, 0, 0, 0];
  const read = (row: Row, children: number): readonly GradeCount[] => {
    const text = readRequired(sheet, row, "age", report);
    if (text === "") return [];
    const ages = agesNamed(text);
    if (!ages || (ages.oldest === Infinity && ages.youngest <= lastAge)) {
      report("pupils.age", sheet.at(row, "age"), { found: text });
      return [];
    }
    if (ages.youngest > lastAge) {
      older += children;
      return [];
    }
    if (ages.oldest < firstAge) {
      younger += children;
      return [];
    }
    if (ages.oldest > ages.youngest) shared += children;
    return share(ages, children).flatMap((own, i): readonly GradeCount[] => {
      const age = ages.youngest + i;
      if (age < firstAge) younger += own;
      else if (age > lastAge) older += own;
      else {
        pupils += own;
        return [{ grade: age - firstAge, pupils: own }];
      }
      return [];
    });
  };
  return {
    read,
    summarise: () => {
      const [firstGrade, lastGrade] = [names[0], names[count - 1]];
      report(
        "pupils.ages",
        { file: sheet.file },
        { first: firstAge, firstGrade, last: lastAge, lastGrade, pupils, younger, older },
      );
      if (shared > 0) report("pupils.ages-shared", { file: sheet.file }, { count: shared });
    },
  };
}

/** Makes the function that shares children among years of age: the years that have one more follow on those that had one more before. */
function roundRobin(): (ages: Ages, children: number) => readonly number[] {
  const nextOf = new Map<string, number>();
  return ({ youngest, oldest }, children) => {
    const width = oldest - youngest + 1;
    const key = `${youngest} ${oldest}`;
    const next = nextOf.get(key) ?? 0;
    nextOf.set(key, (next + children) % width);
    return Array.from({ length: width }, (_, i) =>
      Math.floor((children + width - 1 - ((i - next + width) % width)) / width),
    );
  };
}
