import { type CodedProposal, listText, NO_BANDS, type Plan, type Text } from "../../src/index.ts";
import { noteText } from "../i18n/notes.ts";
import type { CaseView } from "../worker/messages.ts";

/** What the one step of a code did, school by school, in the words of the same step drawn here. */
export function movesInWords({ sites }: CaseView, start: Plan, moves: CodedProposal["moves"]): Text {
  const told = moves.map(({ site, closes, district }): Text => {
    const { name } = sites[site];
    if (closes) return noteText(start.teaching[site] === NO_BANDS ? "edit.opened" : "edit.closed", { site: name });
    if (district === undefined) return noteText("edit.outside", { site: name });
    return noteText("edit.moved", { site: name, district: start.districts[district].name });
  });
  return listText(told);
}
