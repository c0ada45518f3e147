import { memo, type ReactNode, useState } from "react";
import { saidIn } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { showSources } from "./keys.ts";
import { sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";

/** Always on the map: that the pupils are not real, or put together and rounded, where they are, and where the map comes from. */
export const MapFoot = memo(function MapFoot(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const [told, setTold] = useState(false);
  const scenery = useSelect(sceneryOf);
  const notice = scenery?.notice;
  const osm = scenery?.sources.some(({ from }) => saidIn(from, "en").includes("OpenStreetMap"));
  return (
    <div className="map-foot">
      {notice && (
        <div className="synthetic">
          <button type="button" aria-expanded={told} onClick={() => setTold(!told)}>
            {say(scenery.pupilsAre === "published" ? "map.published" : "map.notice")}
            <span className="info-sign" aria-hidden="true">
              i
            </span>
          </button>
          {told && <p role="status">{read(notice)}</p>}
        </div>
      )}
      <div className="attribution">
        {osm && (
          <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer">
            {say("map.attribution")}
          </a>
        )}
        <button type="button" onClick={() => showSources(store)}>
          {say("map.sources")}
        </button>
      </div>
    </div>
  );
});
