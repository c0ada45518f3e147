import { memo, type ReactNode } from "react";
import { BANDS, writtenGrades } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { bandsToChoose, shownBand } from "../state/shown-band.ts";
import { useSelect, useStore } from "../state/store.ts";

/** Which grades the map shows the school of, where they do not all go to the same. */
export const BandChoice = memo(function BandChoice(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const bands = useSelect(bandsToChoose);
  const shown = useSelect(shownBand);
  if (bands.length === 0) return null;
  return (
    <fieldset className="segments bands">
      <legend className="sr-only">{say("map.bands")}</legend>
      {bands.map((band) => (
        <label key={band} className="segment">
          <input
            type="radio"
            name="band"
            value={BANDS[band].key}
            checked={shown === band}
            onChange={() => store.dispatch({ kind: "choose", change: { band } })}
          />
          <span>{say("map.band", { grades: read(writtenGrades(BANDS[band].key)) })}</span>
        </label>
      ))}
    </fieldset>
  );
});
