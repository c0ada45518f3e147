import { type Grade, gradeCalled, type Grades } from "../domain/grades.ts";

const WORDS = "klasse|klassetrin|kl|trin|årgang|grade|class|year";
/** The school's first year by its usual short forms; with a class letter or not. */
const FIRST_YEAR = /^(?:bh ?(?:kl|klassen?)?|børnehave ?klassen?|kindergarten(?: class)?|reception)(?: ?[a-zæøå])?$/;

const patterns = new WeakMap<Grades, readonly RegExp[]>();

/** What a grade's cell looks like, by the names that grades have; longer names first, so that "1" is not taken of "10". */
function patternsOf(grades: Grades): readonly RegExp[] {
  const known = patterns.get(grades);
  if (known) return known;
  const names = [...grades.names, "\\d{1,2}"]
    .toSorted((a, b) => b.length - a.length)
    .join("|")
    .toLowerCase();
  const made = [
    new RegExp(`^(${names})(?: ?(?:${WORDS}))?(?: ?[a-zæøå])?$`, "u"),
    new RegExp(`^(?:${WORDS}) ?(${names})(?: ?[a-zæøå])?$`, "u"),
  ];
  patterns.set(grades, made);
  return made;
}

/**
 * The grade that a cell names: "3", "3.", "3. klasse", "klasse 3", "bh. kl.", "K", "year 3"; and of a class, "3.b", "3A", "3. klasse b". The
 * one after the last counts here too. `undefined` where it names none.
 */
export function gradeNamed(grades: Grades, text: string): Grade | undefined {
  // "-1" is no grade; the dash of "3-b" only parts a name.
  if (/^\s*-/.test(text)) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/[.,]0+$/, "")
    .replace(/[\s._-]+/g, " ")
    .trim();
  if (FIRST_YEAR.test(plain)) return 0;
  const name = patternsOf(grades).reduce<string | undefined>(
    (found, each) => found ?? each.exec(plain)?.[1],
    undefined,
  );
  const grade = name === undefined ? undefined : gradeCalled(grades, name);
  return grade !== undefined && grade <= grades.count ? grade : undefined;
}
