import { memo, type ReactNode } from "react";
import { writtenGrades } from "../../src/index.ts";
import { bandTold, useVoice } from "../i18n/say.ts";
import { gradesHere } from "../state/selectors.ts";
import { bandsToChoose, shownBand } from "../state/shown-band.ts";
import { useSelect, useStore } from "../state/store.ts";
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
  if (bands.length === 0) return null;
  const isMany = bands.length > FEW;
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
      onChoose={(key) => store.dispatch({ kind: "choose", change: { band: key } })}
    />
  );
});
