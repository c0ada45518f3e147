import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";

/** What the price of transport rests on where the case has a timetable; `without` stands in where it has none. */
export function TimetableNote({ without }: { readonly without?: string }): ReactNode {
  const { read } = useVoice();
  const timetable = useSelect(caseView)?.timetable;
  const text = timetable ? read(timetable) : without;
  return text === undefined ? null : <p className="price-source">{text}</p>;
}
