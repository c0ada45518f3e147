import type { ReactNode } from "react";
import { hangsOnRoads, levelNote, type MeasureKey } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";

/** How far off a number may be because the roads are not exact, under any place that shows one of these measures; nothing of others. */
export function LevelNote({ measures }: { readonly measures: readonly MeasureKey[] }): ReactNode {
  const { read } = useVoice();
  const view = useSelect(caseView);
  const note = view && hangsOnRoads(...measures) ? levelNote(view) : undefined;
  return note ? <p className="aside-text level-note">{read(note)}</p> : null;
}
