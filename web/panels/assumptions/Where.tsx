import type { ReactNode } from "react";
import { localeOf } from "../../../src/index.ts";
import { useMarking } from "../../draw/use-marking.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { placesOf } from "../../state/places.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";

/** How many places are chosen, how to take the last one back, and the same without the map: a list of schools and towns. */
export function Where({ say: words }: { readonly say: readonly string[] }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const { takeLast } = useMarking();
  const count = useSelect(({ drawing }) => drawing.marking?.at.length) ?? 0;
  return (
    <>
      <p>
        <strong>{words[0]}</strong> {words.slice(1).join(" ")} {say("newSchool.keys")}
      </p>
      <Spots />
      <p role="status">
        {say("assume.places", counted(voice, count))}{" "}
        {count > 0 && (
          <button type="button" className="link-button" onClick={takeLast}>
            {say("assume.lastPlace")}
          </button>
        )}
      </p>
    </>
  );
}

function Spots(): ReactNode {
  const { say, language } = useVoice();
  const { put } = useMarking();
  const scenery = useSelect(sceneryOf);
  const view = useSelect(caseView);
  if (!scenery || !view) return null;
  const spots = [...view.sites, ...placesOf(scenery)].toSorted((a, b) =>
    a.name.localeCompare(b.name, localeOf(language)),
  );
  return (
    <label>
      {say("assume.pick")}
      <select className="form-select" value="" onChange={({ target }) => put(spots[Number(target.value)])}>
        <option value="" disabled>
          {say("assume.pickOne")}
        </option>
        {spots.map(({ name, lon, lat }, i) => (
          <option key={`${name} ${lon} ${lat}`} value={i}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
