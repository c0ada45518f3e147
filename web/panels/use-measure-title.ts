import { type Measure, measureTitle, savingApart, type Text } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";

/** What the figure for a saving leaves out in this municipality. */
export const useSavingApart = (): Text => savingApart(useSelect((state) => caseView(state)?.target));

/** What measures are called beside their figures. */
export function useMeasureTitle(): (measure: Pick<Measure, "key" | "title">) => string {
  const { read } = useVoice();
  const apart = useSavingApart();
  return (measure) => read(measureTitle(measure, apart));
}
