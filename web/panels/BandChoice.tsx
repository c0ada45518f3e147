import { memo, type ReactNode } from "react";
import { writtenGrades } from "../../src/index.ts";
import { bandTold, useVoice } from "../i18n/say.ts";
import { gradesHere } from "../state/selectors.ts";
import { bandsToChoose, shownBand } from "../state/shown-band.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useIsPhone } from "./screen-width.ts";
import { Segments } from "./Segments.tsx";

/** More bands than these are told by their grades alone, so that all of them stand beside each other. */
const FEW = 5;

/** Which grades the map shows the school of, where they do not all go to the same. */
export const BandChoice = memo(function BandChoice(): ReactNode {
  const voice = useVoice();
  const store = useStore();
  const bands = useSelect(bandsToChoose);
  const shown = useSelect(shownBand);
  const grades = useSelect(gradesHere);
  const isPhone = useIsPhone();
  const isMany = bands.length > FEW;
  const choose = (key: string): void => store.dispatch({ kind: "choose", change: { band: key } });
  if (bands.length === 0) return null;
  // In two rows they would leave a phone no map.
  if (isMany && isPhone)
    return (
      <select
        className="form-select band-select"
        aria-label={voice.say("map.bands")}
        value={shown === "lowest" ? "" : grades.bands[shown].key}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="" hidden>
          {voice.say("map.bands.many")}
        </option>
        {bands.map((band) => {
          const { key } = grades.bands[band];
          return (
            <option key={key} value={key}>
              {voice.say("map.band", bandTold(voice, key))}
            </option>
          );
        })}
      </select>
    );
  return (
    <Segments
      name="band"
      className={isMany ? "bands many" : "bands"}
      of={{ legend: voice.say("map.bands") }}
      {...(isMany && { before: voice.say("map.bands.many") })}
      options={bands.map((band) => {
        const { key } = grades.bands[band];
        const label = voice.say("map.band", bandTold(voice, key));
        return isMany ? { value: key, label: voice.read(writtenGrades(key)), title: label } : { value: key, label };
      })}
      chosen={shown === "lowest" ? undefined : grades.bands[shown].key}
      onChoose={choose}
    />
  );
});
