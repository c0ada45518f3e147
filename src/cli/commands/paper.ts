import { catalogue } from "../../domain/language.ts";
import { stat } from "node:fs/promises";
import { councilPlanPaper } from "../../council/paper.ts";
import { readPaperFile } from "../../council/paper-check.ts";
import { paperFile, type PaperPlan } from "../../council/paper-file.ts";
import type { Proposal } from "../../edit/proposal-file.ts";
import { writeProposal } from "../../edit/proposal-file.ts";
import { decodeText } from "../../import/text.ts";
import type { OpenCase } from "../../open-case.ts";
import { paperCsv } from "../../paper/csv.ts";
import { paperDocx } from "../../paper/docx.ts";
import { paperHtml } from "../../paper/html.ts";
import type { Paper } from "../../paper/tree.ts";
import { isoDay } from "../../rules/calendar.ts";
import { given } from "../arguments.ts";
import { loadCase } from "../case.ts";
import { CommandError, EXIT, type ExitCode } from "../exit.ts";
import { readBytes, STANDARD_OUTPUT } from "../files.ts";
import { overInput } from "../outputs.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.commands.paper.said", {
  wrongEnding: {
    da: "--out {out}: skriv et filnavn, der ender på .html, .docx eller .csv.",
    en: "--out {out}: write a file name that ends in .html, .docx or .csv.",
  },
});

export interface PaperRequest {
  readonly folder: string;
  readonly recipe?: string;
  /** The plan that it is about, the alternatives, then those of members who dissent. */
  readonly plans: readonly string[];
  /** How many of the last are those. */
  readonly dissents: number;
  /** The plan is to hold from August of this year. */
  readonly start?: number;
  readonly out: string;
}

const WRITERS: Readonly<Record<string, (paper: Paper) => string | Promise<Uint8Array>>> = {
  html: paperHtml,
  docx: paperDocx,
  csv: paperCsv,
};

/** `paper CASE --plan PLAN --out FILE`: a paper for the council in the municipality's form, with a file of its figures beside it. */
export async function paper(request: PaperRequest, say: Say): Promise<ExitCode> {
  const { out, start, plans, dissents, folder, recipe } = request;
  const which = { folder, ...given({ recipe }) };
  const write = writerFor(out, say);
  const figuresPath = figuresBeside(out);
  if (figuresPath !== undefined) await refuseOver(figuresPath, out, say);
  const opened = await loadCase({ ...which, plans, proposals: "apart" }, say);
  const [own, ...others] = (opened.drafts ?? []).map((each) => writtenPlan(opened, each));
  const alternatives = others.map((each, i) => ({
    ...each,
    role: i < others.length - dissents ? ("alternative" as const) : ("dissent" as const),
  }));
  const file = paperFile(opened, {
    ...own,
    alternatives,
    made: isoDay(new Date()),
    ...(start !== undefined && { start }),
  });
  if (file.late) say.problem(file.late[say.language]);
  const { language } = say;
  const { paperForm: form } = opened;
  await say.write(out, await write(councilPlanPaper(file, language, form ? { form } : {})));
  if (figuresPath === undefined) return EXIT.ok;
  await say.write(figuresPath, `${JSON.stringify(file)}\n`);
  say.answer(say.text(WRITTEN, { out, figures: figuresPath, folder: request.folder }));
  return EXIT.ok;
}

const WRITTEN = catalogue("cli.commands.paper", {
  da: "{out} er skrevet. Tallene regnes efter med: skoledistrikt verify {figures} {folder}",
  en: "{out} is written. The figures are worked out anew by: skoledistrikt verify {figures} {folder}",
});

const writtenPlan = ({ basis, plans, dataHash }: OpenCase, proposal: Proposal): PaperPlan => ({
  proposal: writeProposal(proposal, { municipality: basis.municipality, plans, dataHash }),
  draft: proposal.draft,
});

/** By the end of the file's name; standard output gets the page. */
function writerFor(out: string, say: Say): (typeof WRITERS)[string] {
  const [, end = ""] = /\.([a-z]+)$/i.exec(out) ?? [];
  const writer = out === STANDARD_OUTPUT ? paperHtml : WRITERS[end.toLowerCase()];
  if (writer) return writer;
  const words = SAID.wrongEnding;
  throw new CommandError(EXIT.input, say.text(words, { out }));
}

const figuresBeside = (out: string): string | undefined =>
  out === STANDARD_OUTPUT ? undefined : out.replace(/\.[a-z]+$/i, ".tal.json");

/** Only a file of a paper's figures is written over unasked. */
async function refuseOver(path: string, out: string, say: Say): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return;
  const decoded = there.isFile() ? decodeText(await readBytes(path)) : undefined;
  if (decoded && !("notText" in decoded) && readPaperFile(decoded.text)) return;
  throw new CommandError(EXIT.input, say.text(overInput(`--out ${out}`, path)));
}
