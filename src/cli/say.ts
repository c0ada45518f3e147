import type { Language, Text } from "../domain/language.ts";
import type { Issue } from "../domain/issue.ts";
import { fillText } from "../report/format.ts";
import { formatIssue } from "../report/issue.ts";
import { ISSUE_TEXTS } from "../import/issue-texts.ts";
import { COMPLETENESS_ISSUES } from "../evaluate/completeness-issues.ts";
import { ASSIGNMENT_ISSUES } from "../solve/assignment/issue-texts.ts";
import { TRAVEL_ISSUES } from "../travel/issue-texts.ts";

/** How the commands speak: answers on stdout, problems and progress on stderr, in the language asked for. */
export interface Say {
  readonly language: Language;
  readonly text: (text: Text, values?: Readonly<Record<string, string | number>>) => string;
  readonly answer: (line: string) => void;
  readonly problem: (line: string) => void;
  readonly issues: (issues: readonly Issue[]) => void;
  /** Shown on one line of stderr, once a run has taken more than a second. */
  readonly progress: (text: string) => void;
  readonly progressDone: () => void;
}

const ALL_ISSUES = { ...ISSUE_TEXTS, ...TRAVEL_ISSUES, ...COMPLETENESS_ISSUES, ...ASSIGNMENT_ISSUES };

const problem = (line: string): void => void process.stderr.write(`${line}\n`);

export function speak(language: Language): Say {
  const started = performance.now();
  let shown = 0;
  return {
    language,
    text: (text, values) => fillText(text, language, values),
    answer: (line) => void process.stdout.write(`${line}\n`),
    problem,
    issues: (issues) => issues.forEach((issue) => problem(formatIssue(issue, ALL_ISSUES, language))),
    progress: (text) => {
      const now = performance.now();
      if (now - started < 1000 || now - shown < (process.stderr.isTTY ? 200 : 5000)) return;
      shown = now;
      process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    progressDone: () => {
      if (shown > 0 && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    },
  };
}
