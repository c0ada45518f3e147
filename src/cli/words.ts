import { COMMANDS } from "./command-list.ts";
import { FLAGS } from "./flags.ts";

/** A flag as it stands on the command line. */
export interface Typed {
  readonly name: string;
  /** "--", or what was typed in its place: one dash, or the long dash that word processors make. */
  readonly marks: string;
  readonly value?: string;
  /** "--tolerance 10%" or "--tolerance=10%", as written. */
  readonly typed: string;
}

const COMMAND_NAMES: ReadonlySet<string> = new Set(COMMANDS.map(({ name }) => name));

/** Whether a flag stands without a value: by its row for the command, the first word that is one; by all its rows where that has none. */
function isBare(name: string, words: readonly string[]): boolean {
  const command = words.find((word) => COMMAND_NAMES.has(word));
  const rows = FLAGS.filter((flag) => flag.name === name);
  const own = rows.filter(({ commands }) => commands === "all" || commands.some((each) => each === command));
  return (own.length > 0 ? own : rows).every(({ takes }) => takes.kind === "nothing");
}

const KNOWN = new Set(FLAGS.map(({ name }) => name));

/** Sorts words into flags and others; `--flag=value` and `--flag value` are the same. After `--` nothing is a flag. */
export function splitWords(words: readonly string[]): {
  readonly positionals: readonly string[];
  readonly typed: readonly Typed[];
} {
  const positionals: string[] = [];
  const typed: Typed[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === "--") {
      positionals.push(...words.slice(i + 1));
      break;
    }
    const flag = asFlag(word);
    if (!flag) {
      positionals.push(word);
      continue;
    }
    const follows = flag.value === undefined && KNOWN.has(flag.name) && !isBare(flag.name, words);
    const next = words.at(i + 1);
    if (follows && next !== undefined && !asFlag(next)) {
      typed.push({ ...flag, value: next, typed: `${word} ${next}` });
      i++;
    } else typed.push({ ...flag, typed: word });
  }
  return { positionals, typed };
}

/** A dash alone is standard output, and one before a digit a minus. */
function asFlag(word: string): Omit<Typed, "typed"> | undefined {
  if (word === "-h") return { name: "help", marks: "--" };
  const [, marks = "", name = "", value] = /^(--|[-–—])(\p{L}[^=]*)(?:=(.*))?$/su.exec(word) ?? [];
  return name === "" ? undefined : { name, marks, ...(value !== undefined && { value }) };
}
