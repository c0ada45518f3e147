import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Pixel } from "../../draw/arrow-step.ts";
import { groupsNow } from "../../draw/groups-now.ts";
import { MapHand, type MovedBy } from "../../draw/map-hand.ts";
import { pickSchool, pickText } from "../../draw/pick.ts";
import { withArea } from "../../draw/area-words.ts";
import { aimSoFar } from "../../draw/so-far.ts";
import { unitsWithin } from "../../draw/strokes.ts";
import { useStroke } from "../../draw/use-stroke.ts";
import { WAY } from "../../draw/ways/list.ts";
import type { Chosen } from "../../draw/ways/way.ts";
import { pictureOf } from "../../map/picture.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { BRUSHES, type Drawing, isPainting } from "../../state/drawing.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { DrawnLine } from "./DrawnLine.tsx";

interface Ring extends Pixel {
  readonly by: MovedBy;
}

/** While a tool is in hand the pointer chooses areas with it, and what it would take is shown before it does. */
export function BrushLayer({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const view = useSelect(caseView);
  const isOn = useSelect(isPainting);
  const way = useSelect(({ drawing }) => drawing.way);
  const isPicking = useSelect(({ drawing }) => drawing.picking === "on");
  const radius = useSelect(({ drawing }) => BRUSHES[drawing.brush]);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [ring, setRing] = useState<Ring>();
  const [line, setLine] = useState<Chosen["line"]>();
  const store = useStore();
  const show = useShow(map, setLine);
  const chosen = useEffectEvent(show);
  const hand = useRef<MapHand>(undefined);
  useEffect(() => {
    if (!map || !view || !isOn) return undefined;
    let letGo: (() => void) | undefined;
    const made = new MapHand(map, view.units, {
      radius: () => BRUSHES[store.state().drawing.brush],
      steps: () => stepsOf(store.state().drawing),
      groups: () => groupsNow(store.state()),
      onRing: (at, by) => {
        // With the hand on it, not before: a map that is just come back to is still to find its room.
        letGo ??= map.holdStill();
        setRing(at && { ...at, by });
      },
      onChosen: (what, by) => chosen(what, by),
      isPicking: () => store.state().drawing.picking === "on",
      onPick: (unit) => pickSchool(store, unit),
    });
    made.take(WAY[store.state().drawing.way]);
    hand.current = made;
    return () => {
      hand.current = undefined;
      made.end();
      letGo?.();
      setRing(undefined);
    };
  }, [map, view, isOn, store]);
  useEffect(() => hand.current?.take(WAY[way]), [way]);
  // With the hand on the map already, the school is where it is.
  const pickHere = useEffectEvent(() => {
    if (ring) hand.current?.pick();
  });
  useEffect(() => {
    if (isPicking) pickHere();
    hand.current?.show(isPicking ? "cross" : WAY[way].shape);
  }, [isPicking, way]);
  // The map has drawn the new plan by now: its own colours take over.
  useEffect(() => {
    if (map && draft) map.clear("taken");
  }, [map, draft]);
  if (!map || !isOn) return null;
  const size = WAY[way].shape === "ring" && !isPicking ? 2 * radius : undefined;
  return createPortal(
    <>
      {line && <DrawnLine map={map} line={line} />}
      {ring && (size !== undefined || ring.by === "key") && (
        <div
          className={size === undefined ? "brush-ring brush-cross" : "brush-ring"}
          aria-hidden="true"
          style={{ left: ring.x, top: ring.y, width: size, height: size }}
        />
      )}
    </>,
    map.canvas.getContainer(),
  );
}

/** A brush no larger than an area goes from one to the next. */
const stepsOf = ({ way, brush }: Drawing): "areas" | "pixels" =>
  way === "brush" && brush === "small" ? "areas" : "pixels";

/** Shows what is chosen on the map and in words, and does with it what the tool does once it is chosen for good. */
function useShow(map: DistrictMap | undefined, setLine: (line: Chosen["line"]) => void) {
  const store = useStore();
  const stroke = useStroke();
  const last = useRef<Shown>({ units: new Set(), size: 0, state: "over", from: undefined });
  return (chosen: Chosen, by: MovedBy): void => {
    const { units, state, from } = chosen;
    setLine(chosen.line);
    if (!map || isSame(last.current, chosen)) return;
    last.current = { units, size: units.size, state, from };
    store.dispatch({ kind: "hand", hand: state === "going" ? "drawing" : "free" });
    if (state === "taken") {
      store.dispatch({ kind: "aim", aim: undefined });
      if (units.size === 0 || stroke(units, from) === "refused") map.show("taken", undefined);
      return;
    }
    const now = store.state();
    const [view, draft] = [caseView(now), chosenProposal(now)?.draft];
    if (!view || !draft) return;
    const { drawing } = now;
    if (drawing.picking === "on") {
      map.show("taken", undefined);
      store.dispatch({ kind: "aim", aim: { text: pickText(draft, drawing, from), by } });
      return;
    }
    const picture = pictureOf(view, draftedPlan(draft));
    const painted =
      drawing.tool === "paint" && drawing.site !== undefined
        ? picture.districts[picture.districtOfSite[drawing.site]]?.hue.fill
        : undefined;
    map.show("taken", {
      outlines: view.outlines,
      units: unitsWithin(draft, drawing, chosen),
      colour: state === "going" ? painted : undefined,
    });
    const so = units.size === 0 ? undefined : aimSoFar({ view, draft, picture }, drawing, chosen);
    const scenery = sceneryOf(now);
    const [only] = units;
    const isOne = by === "key" && units.size === 1 && state === "over" && scenery !== undefined;
    const aim = so && { ...so, by, ...(isOne && { text: withArea({ view, scenery, draft }, drawing, only, so.text) }) };
    store.dispatch({ kind: "aim", aim });
  };
}

/** What was chosen when it was shown last; a stroke's set grows in place. */
interface Shown extends Pick<Chosen, "units" | "state" | "from"> {
  readonly size: number;
}

function isSame(last: Shown, { units, state, from }: Chosen): boolean {
  if (state === "taken" || state !== last.state || from !== last.from || last.size !== units.size) return false;
  return last.units === units || [...units].every((unit) => last.units.has(unit));
}
