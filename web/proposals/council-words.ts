import {
  checkCouncilFile,
  checkedWords,
  checkPaper,
  type OpenCase,
  paperCheckedWords,
  type Text,
} from "../../src/index.ts";
import type { CouncilFile } from "../../src/protocol/council-file.ts";
import type { PaperFile } from "../../src/protocol/paper-file.ts";
import { COUNCIL_OPENED, NOT_CHECKED, PAPER_OPENED } from "./opened-file.ts";

/** What is said of a file for a council that was opened: whether its figures agree when they are worked out anew. */
export function councilWords(
  opened: OpenCase | undefined,
  file: CouncilFile | PaperFile,
  name: string,
): readonly Text[] {
  const said = file.format === "skoledistrikt-paper" ? PAPER_OPENED : COUNCIL_OPENED;
  return [said, ...((opened && wordsOf(opened, file, name)) ?? [NOT_CHECKED])];
}

function wordsOf(opened: OpenCase, file: CouncilFile | PaperFile, name: string): readonly Text[] | undefined {
  if (file.format === "skoledistrikt-paper") {
    const checked = checkPaper(opened, file, name).value;
    return checked && paperCheckedWords(checked);
  }
  const checked = checkCouncilFile(opened, file, name).value;
  return checked && checkedWords(checked);
}
