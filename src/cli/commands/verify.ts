import { checkCouncilFile, isAgreeing, readCouncilFile } from "../../council/check.ts";
import { checkedWords } from "../../council/checked-words.ts";
import { decodeText } from "../../import/text.ts";
import { isWrittenByNewer } from "../../protocol/versions.ts";
import { loadCase } from "../case.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { readBytes } from "../files.ts";
import type { Say } from "../say.ts";

interface VerifyRequest {
  readonly folder: string;
  /** A proposal for the council, as a file. */
  readonly file: string;
}

const UNREADABLE = {
  da: "{file} er ikke et forslag til byrådet, som et rum giver det. Intet er regnet.",
  en: "{file} is no proposal for the council as a room gives it. Nothing was computed.",
};

const NEWER = {
  da: "{file} er lavet af et nyere program end det her. Intet er regnet.",
  en: "{file} was made by a newer program than this one. Nothing was computed.",
};

/** `verify CASE --file FILE`: all of a proposal for the council that follows from case and proposal, worked out anew; what is another is named. */
export async function verify({ folder, file }: VerifyRequest, say: Say): Promise<ExitCode> {
  const decoded = decodeText(await readBytes(file));
  const isNewer = !("notText" in decoded) && isWrittenByNewer(decoded.text, 1);
  const read = "notText" in decoded ? undefined : readCouncilFile(decoded.text);
  if (!read) throw refused(say, isNewer ? NEWER : UNREADABLE, { file });
  const { value, issues } = checkCouncilFile(await loadCase({ folder }, say), read, file);
  say.issues(issues);
  if (!value) throw refused(say, UNREADABLE, { file });
  for (const line of checkedWords(value)) say.answer(line[say.language]);
  return isAgreeing(value) ? EXIT.ok : EXIT.input;
}
