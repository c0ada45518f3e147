import { type ReactNode, useState } from "react";
import { drawnPlan } from "../map/drawn-plan.ts";
import { closesSites } from "../map/layers/sites.tsx";
import { MapView } from "../map/MapView.tsx";
import { districtsOnMap } from "../map/picture.ts";
import { Spot } from "../panels/Spot.tsx";
import { sceneryOf } from "../state/selectors.ts";
import { shownBand } from "../state/shown-band.ts";
import { useSelect } from "../state/store.ts";
import type { AssumedPlan, CaseView } from "../worker/messages.ts";
import { useSlidesVoice } from "./slides-voice.ts";

interface Props {
  readonly view: CaseView;
  readonly plan: AssumedPlan;
  readonly title: string;
  /** Today's schools and districts have no borders of before. */
  readonly is?: "plan" | "today";
  /** "few": where there is room for no more than a few districts' names. */
  readonly names?: "all" | "few";
}

const FEW_DISTRICTS = 6;

/** A plan's map, drawn small and shown larger, so that its names are read from the last row; under it what its signs and colours are. */
export function SlideMap({ view, plan, title, is = "plan", names = "all" }: Props): ReactNode {
  const { say, tell, number } = useSlidesVoice();
  const scenery = useSelect(sceneryOf);
  const band = useSelect(shownBand);
  const [isFailed, setFailed] = useState(false);
  const drawn = drawnPlan(view, plan, band);
  const districts = districtsOnMap(drawn.picture);
  const signs = [
    "slides.signs.school",
    ...(closesSites(drawn.picture, "plan") ? (["slides.signs.closes"] as const) : []),
    ...(closesSites(drawn.picture, "today") ? (["slides.signs.closed"] as const) : []),
    "slides.signs.border",
    ...(is === "plan" ? (["slides.signs.before"] as const) : []),
    "slides.signs.districts",
  ] as const;
  return (
    <div className="slide-map">
      <div className="slide-map-frame">
        {isFailed && <p>{say("map.none")}</p>}
        {scenery && !isFailed && (
          <div className="slide-map-inner map-frame" inert>
            <MapView
              title={`${say("map.title")}: ${title}`}
              scenery={scenery}
              plan={drawn}
              drawing="enlarged"
              onReady={NOTHING}
              onFailed={() => setFailed(true)}
            />
          </div>
        )}
      </div>
      <p className="slide-small">{signs.map((sign) => tell(sign)).join(" ")}</p>
      {names === "few" && districts.length > FEW_DISTRICTS ? (
        <p>{tell("beside.districts", { count: number(districts.length) })}</p>
      ) : (
        <ul className="slide-key no-max-width" aria-label={`${title}: ${say("legend.districts")}`}>
          {districts.map(({ name, hue, key }) => (
            <li key={name}>
              <Spot hue={hue} letter={key} /> {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const NOTHING = (): void => {};
