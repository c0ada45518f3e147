import { catalogue } from "../domain/language.ts";
import { basename } from "node:path";
import { readQuestionText } from "../import/question.ts";
import { openIssueBook } from "../import/report.ts";
import { decodeText } from "../import/text.ts";
import { type QuestionFile, questionFileSchema } from "../protocol/question-file.ts";
import { EXIT, CommandError } from "./exit.ts";
import { readBytes } from "./files.ts";
import { type AskingCommand, type FlagField, QUESTION_KINDS, questionFromFlags } from "./question-flags.ts";
import type { Say } from "./say.ts";

const SAID = catalogue("cli.read-question", {
  flagsOverFile: {
    da: "{flags} gælder i stedet for det, {path} siger.",
    en: "{flags} counts instead of what {path} says.",
  },
  unreadable: {
    da: "{path} er ikke et spørgsmål, der kan stilles.",
    en: "{path} is not a question that can be asked.",
  },
  ofOtherCommand: {
    da: "{path} er et spørgsmål til {commands}, ikke til {command}.",
    en: "{path} is a question for {commands}, not for {command}.",
  },
});

export interface QuestionRequest {
  /** Path of a question file. */
  readonly question?: string;
  /** What the flags say; with a file, they go before it. */
  readonly fields: readonly FlagField[];
}

/** The question that a command asks: from flags, or from a file with the flags put in its place, which is said. */
export async function questionOf<Kind extends QuestionFile["kind"]>(
  command: AskingCommand,
  { question: path, fields }: QuestionRequest,
  say: Say,
  kind: Kind,
): Promise<Extract<QuestionFile, { kind: Kind }>> {
  const saved = path === undefined ? undefined : await readQuestionFile(path, say);
  if (saved !== undefined && saved.kind !== kind) throw wrongKind(command, path ?? "", saved.kind, say);
  const made = fields.reduce<unknown>((question, { into }) => into(isFields(question) ? question : {}), saved);
  const parsed = questionFileSchema.safeParse(saved === undefined ? questionFromFlags(kind, fields) : made);
  if (!parsed.success || !isKind(parsed.data, kind))
    throw new Error(`flags make a question that its own schema refuses: ${parsed.error?.message ?? kind}`);
  if (saved !== undefined) sayOverrides(saved, fields, path ?? "", say);
  return parsed.data;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isKind = <Kind extends QuestionFile["kind"]>(
  question: QuestionFile,
  kind: Kind,
): question is Extract<QuestionFile, { kind: Kind }> => question.kind === kind;

/** A flag that changes nothing of the file needs no word. */
function sayOverrides(saved: QuestionFile, fields: readonly FlagField[], path: string, say: Say): void {
  const before = JSON.stringify(saved);
  const changing = fields.filter(
    ({ into }) => JSON.stringify(questionFileSchema.safeParse(into(saved)).data) !== before,
  );
  if (changing.length === 0) return;
  const flags = changing.map(({ typed }) => typed).join(" ");
  say.problem(say.text(SAID.flagsOverFile, { flags, path }));
}

/** A file as the schema has it; every way it does not fit is said with its line. */
async function readQuestionFile(path: string, say: Say): Promise<QuestionFile> {
  const book = openIssueBook();
  const decoded = decodeText(await readBytes(path));
  if ("notText" in decoded) book.report("file.not-text", { file: path }, { found: decoded.notText });
  const { value, issues } = "notText" in decoded ? { issues: book.all() } : readQuestionText(decoded.text, path);
  if (value) return value;
  say.issues(issues);
  throw new CommandError(EXIT.input, say.text(SAID.unreadable, { path: basename(path) }));
}

/** The commands that take a question of a kind. */
const commandsFor = (kind: QuestionFile["kind"]): string =>
  Object.entries(QUESTION_KINDS)
    .flatMap(([command, asks]) => (asks === kind ? [command] : []))
    .join(", ");

function wrongKind(command: AskingCommand, path: string, kind: QuestionFile["kind"], say: Say): CommandError {
  return new CommandError(EXIT.input, say.text(SAID.ofOtherCommand, { path, commands: commandsFor(kind), command }));
}
