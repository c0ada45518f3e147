import { memo, type ReactNode } from "react";
import { writtenGrades } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { gradesHere } from "../state/selectors.ts";
import { bandsToChoose, shownBand } from "../state/shown-band.ts";
import { useSelect, useStore } from "../state/store.ts";
import { Segments } from "./Segments.tsx";

/** Which grades the map shows the school of, where they do not all go to the same. */
export const BandChoice = memo(function BandChoice(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const bands = useSelect(bandsToChoose);
  const shown = useSelect(shownBand);
  const grades = useSelect(gradesHere);
  if (bands.length === 0) return null;
  return (
    <Segments
      name="band"
      className="bands"
      of={{ legend: say("map.bands") }}
      options={bands.map((band) => {
        const { key } = grades.bands[band];
        return { value: key, label: say("map.band", { grades: read(writtenGrades(key)) }) };
      })}
      chosen={shown === "lowest" ? undefined : grades.bands[shown].key}
      onChoose={(key) => store.dispatch({ kind: "choose", change: { band: key } })}
    />
  );
});
