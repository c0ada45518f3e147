import { checkCouncilFile, isAgreeing, readCouncilFile } from "../../council/check.ts";
import { checkedWords, paperCheckedWords } from "../../council/checked-words.ts";
import { checkPaper, isPaperAgreeing, readPaperFile } from "../../council/paper-check.ts";
import type { Checked } from "../../domain/issue.ts";
import { catalogue, type Text } from "../../domain/language.ts";
import { decodeText } from "../../import/text.ts";
import type { OpenCase } from "../../open-case.ts";
import { isWrittenByNewer } from "../../protocol/versions.ts";
import { type Arguments, given } from "../arguments.ts";
import { loadCase } from "../case.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { readBytes } from "../files.ts";
import type { Say } from "../say.ts";
import type { Places } from "../two-places.ts";

interface VerifyRequest {
  readonly folder: string;
  readonly recipe?: string;
  /** A paper's figures, or a proposal for the council, as a file. */
  readonly file: string;
}

const UNREADABLE = catalogue("cli.commands.verify.unreadable", {
  da: "{file} er hverken tallene fra en sagsfremstilling eller et forslag til byrådet, som et rum giver det. Intet er regnet.",
  en: "{file} is neither the figures of a council paper nor a proposal for the council as a room gives it. Nothing was computed.",
});

const NEWER = catalogue("cli.commands.verify.newer", {
  da: "{file} er lavet af et nyere program end det her. Intet er regnet.",
  en: "{file} was made by a newer program than this one. Nothing was computed.",
});

export const verifyRequest = ({ folder, beside: file }: Places, args: Arguments): VerifyRequest => ({
  folder,
  file,
  ...given({ recipe: args.text("recipe") }),
});

/** What came of a check: whether all agrees, and what is said of it. */
interface Came {
  readonly agrees: boolean;
  readonly words: readonly Text[];
}

/** `verify FILE CASE`: all of a file for the council that follows from case and plan, worked out anew; what is another is named. */
export async function verify({ file, ...which }: VerifyRequest, say: Say): Promise<ExitCode> {
  const decoded = decodeText(await readBytes(file));
  const text = "notText" in decoded ? "" : decoded.text;
  const check = checkOf(text, file);
  if (!check) throw refused(say, isWrittenByNewer(text, 1) ? NEWER : UNREADABLE, { file });
  const { value, issues } = check(await loadCase(which, say));
  say.issues(issues);
  if (!value) throw refused(say, UNREADABLE, { file });
  for (const line of value.words) say.answer(line[say.language]);
  return value.agrees ? EXIT.ok : EXIT.input;
}

/** How a file is checked; `undefined` for one that is none of the kinds. */
function checkOf(text: string, name: string): ((opened: OpenCase) => Checked<Came>) | undefined {
  const paper = readPaperFile(text);
  if (paper)
    return (opened) => {
      const { value, issues } = checkPaper(opened, paper, name);
      return { issues, ...(value && { value: { agrees: isPaperAgreeing(value), words: paperCheckedWords(value) } }) };
    };
  const council = readCouncilFile(text);
  if (!council) return undefined;
  return (opened) => {
    const { value, issues } = checkCouncilFile(opened, council, name);
    return { issues, ...(value && { value: { agrees: isAgreeing(value), words: checkedWords(value) } }) };
  };
}
