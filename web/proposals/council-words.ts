import { checkCouncilFile, checkedWords, type OpenCase, type Text } from "../../src/index.ts";
import type { CouncilFile } from "../../src/protocol/council-file.ts";
import { COUNCIL_OPENED, NOT_CHECKED } from "./opened-file.ts";

/** What is said of a proposal for a council that was opened: whether its figures agree when they are worked out anew. */
export function councilWords(opened: OpenCase | undefined, file: CouncilFile, name: string): readonly Text[] {
  const checked = opened && checkCouncilFile(opened, file, name).value;
  return [COUNCIL_OPENED, ...(checked ? checkedWords(checked) : [NOT_CHECKED])];
}
