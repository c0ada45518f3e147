import type { Language, Said, Text } from "../domain/language.ts";
import type { Issue } from "../domain/issue.ts";
import { fillText } from "../report/format.ts";
import { formatIssue } from "../report/issue.ts";
import { OPENING_ISSUES } from "../open-case.ts";
import { ASSIGNMENT_ISSUES } from "../solve/assignment/issue-texts.ts";
import { PROPOSAL_ISSUES } from "../edit/proposal-issues.ts";
import { cleaned } from "../protocol/words.ts";
import { STANDARD_OUTPUT, writeWhole } from "./files.ts";

/** Where a command's words go. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches stderr. */
  readonly watched: boolean;
}

/** How the commands speak: answers on stdout, problems and progress on stderr, in the language asked for. */
export interface Say {
  readonly language: Language;
  readonly text: (text: Text, values?: Readonly<Record<string, Said | number>>) => string;
  readonly answer: (line: string) => void;
  readonly problem: (line: string) => void;
  readonly issues: (issues: readonly Issue[]) => void;
  /** Writes a file that the command was asked for; "-" is standard output. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Shown on one line of stderr, once a run has taken more than a second. */
  readonly progress: (text: string) => void;
  readonly progressDone: () => void;
}

const ALL_ISSUES = {
  ...OPENING_ISSUES,
  ...ASSIGNMENT_ISSUES,
  ...PROPOSAL_ISSUES,
};

/** `answersTo` is "err" where a file goes to standard output, so that the file stands there alone. */
export function speak(language: Language, streams: Streams, answersTo: "out" | "err" = "out"): Say {
  const started = performance.now();
  let shown = 0;
  // A name from a file may hold signs that a terminal obeys.
  const problem = (line: string): void => streams.err(`${cleaned(line)}\n`);
  return {
    language,
    text: (text, values) => fillText(text, language, values),
    answer: (line) => streams[answersTo](`${cleaned(line)}\n`),
    problem,
    issues: (issues) => issues.forEach((issue) => problem(formatIssue(issue, ALL_ISSUES, language))),
    write: async (path, content) => {
      if (path !== STANDARD_OUTPUT) await writeWhole(path, content);
      else streams.out(typeof content === "string" ? content : new TextDecoder().decode(content));
    },
    progress: (text) => {
      const now = performance.now();
      if (now - started < 1000 || now - shown < (streams.watched ? 200 : 5000)) return;
      shown = now;
      streams.err(streams.watched ? `\r\u001b[K${text}` : `${text}\n`);
    },
    progressDone: () => {
      if (shown > 0 && streams.watched) streams.err("\r\u001b[K");
    },
  };
}
