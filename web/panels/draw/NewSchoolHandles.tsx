import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { NewSite } from "../../../src/index.ts";
import type { Pixel } from "../../draw/arrow-step.ts";
import type { MovedBy } from "../../draw/map-hand.ts";
import { MarkDrag } from "../../draw/mark-drag.ts";
import { noteText } from "../../i18n/notes.ts";
import { usePlacing } from "../../draw/use-placing.ts";
import { useVoice } from "../../i18n/say.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { isLooking } from "../../state/drawing.ts";
import { nearestPlace } from "../../state/places.ts";
import { sceneryOf } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** Every new school of the proposal that is not locked can be taken hold of on the map and moved. */
export function NewSchoolHandles({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const isOn = useSelect(isLooking);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  if (!map || !isOn || !draft) return null;
  const first = draft.municipality.sites.length;
  return createPortal(
    draft.newSites.map((school, i) =>
      draft.locks.sites.has(first + i) ? null : <Handle key={school.id} map={map} school={school} site={first + i} />,
    ),
    map.canvas.getCanvasContainer(),
  );
}

interface HandleProps {
  readonly map: DistrictMap;
  readonly school: NewSite;
  readonly site: number;
}

function Handle({ map, school, site }: HandleProps): ReactNode {
  const { say } = useVoice();
  const { lon, lat, name } = school;
  const store = useStore();
  const { move } = usePlacing();
  const mark = useRef<HTMLButtonElement>(null);
  const [home, setHome] = useState(() => map.canvas.project([lon, lat]));
  const [at, setAt] = useState<Pixel>();
  useEffect(() => {
    const look = (): void => setHome(map.canvas.project([lon, lat]));
    look();
    return map.onMoved(look);
  }, [map, lon, lat]);
  const homeNow = useEffectEvent(() => map.canvas.project([lon, lat]));
  const aim = (to: Pixel, by: MovedBy) => {
    const { lng, lat: north } = map.canvas.unproject([to.x, to.y]);
    const scenery = sceneryOf(store.state());
    const place = (scenery && nearestPlace(scenery, lng, north)) ?? "none";
    return noteText(by === "key" ? "newSchool.stepped" : "newSchool.dragged", { site: name, place });
  };
  const moved = useEffectEvent((to: Pixel | undefined, by: MovedBy) => {
    setAt(to);
    // Its card lies where it may be going.
    if (to && !at) store.dispatch({ kind: "look", lookedAt: undefined });
    store.dispatch({ kind: "aim", aim: to && { text: aim(to, by), by } });
  });
  const dropped = useEffectEvent((to: Pixel) => {
    const { lng, lat: north } = map.canvas.unproject([to.x, to.y]);
    move(site, { lon: lng, lat: north });
  });
  const picked = useEffectEvent(() =>
    store.dispatch({ kind: "look", lookedAt: { kind: "site", number: site, how: "picked" } }),
  );
  useEffect(() => {
    if (!mark.current) return undefined;
    const drag = new MarkDrag(mark.current, map.canvas.getContainer(), {
      home: () => homeNow(),
      onMoved: (to, by) => moved(to, by),
      onDrop: (to) => dropped(to),
      onPick: () => picked(),
    });
    return () => drag.end();
  }, [map]);
  const { x, y } = at ?? home;
  return (
    <button
      ref={mark}
      type="button"
      className={at ? "school-handle going" : "school-handle"}
      aria-label={say("newSchool.dragIt", { site: name })}
      style={{ left: x, top: y }}
    />
  );
}
