import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useStudio } from "../../state/studio-context.ts";
import { MapBrush } from "../../draw/map-brush.ts";
import { strokeOf, strokeSoFar } from "../../draw/strokes.ts";
import { type Picture, pictureOf, pupilsAt } from "../../map/picture.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { BRUSHES, type Drawing, isPainting } from "../../state/drawing.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";

/** While a tool is in hand the pointer draws with it; a ring shows how much it takes. */
export function BrushLayer({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const store = useStore();
  const studio = useStudio();
  const view = useSelect(caseView);
  const radius = useSelect(({ drawing }) => BRUSHES[drawing.brush]);
  const [ring, setRing] = useState<{ readonly x: number; readonly y: number }>();
  const isOn = useSelect(isPainting);
  useEffect(() => {
    if (!map || !view || !isOn) return undefined;
    /** Units of the stroke that have their provisional colour. */
    const painted = new Set<number>();
    const forget = (): void => {
      painted.clear();
      map.clearPainted();
    };
    const made = new MapBrush(map, view.units, {
      radius: () => BRUSHES[store.state().drawing.brush],
      onRing: setRing,
      onStroke: (units) => {
        const { drawing } = store.state();
        const draft = chosenProposal(store.state())?.draft;
        if (!draft) return;
        const picture = pictureOf(view, draftedPlan(draft));
        const colour = strokeColour(drawing, picture);
        const fresh = [...units].filter((unit) => !painted.has(unit));
        for (const unit of fresh) painted.add(unit);
        if (units.size === 0) forget();
        else map.paintUnits(new Map(fresh.map((unit) => [unit, colour])));
        const at = drawing.site === undefined ? 0 : pupilsAt(picture, drawing.site);
        const said = strokeSoFar(draft, drawing, units, { unitBand: view.units.unitBand, at });
        store.dispatch({ kind: "outcome", outcome: { kind: "done", lines: units.size === 0 ? [] : [said] } });
      },
      onEnd: (units) => {
        painted.clear();
        const { drawing } = store.state();
        const draft = chosenProposal(store.state())?.draft;
        if (!draft || units.size === 0) return forget();
        const stroked = strokeOf(draft, drawing, units);
        if (stroked.kind === "edit" && studio.edit(stroked.changes, stroked.note)) return undefined;
        if (stroked.kind === "nothing")
          store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [stroked.why] } });
        return forget();
      },
    });
    return () => {
      setRing(undefined);
      made.end();
    };
  }, [map, view, isOn, store, studio]);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  // The map has drawn the new plan by now: its own colours take over.
  useEffect(() => {
    if (map && draft) map.clearPainted();
  }, [map, draft]);
  if (!map || !ring || !isOn) return null;
  return createPortal(
    <div
      className="brush-ring"
      aria-hidden="true"
      style={{ left: ring.x, top: ring.y, width: 2 * radius, height: 2 * radius }}
    />,
    map.canvas.getContainer(),
  );
}

const LOCKING = "#3a3a3a";

/** The colour that the units would have: their new district's. */
function strokeColour({ tool, site }: Drawing, { districtOfSite, districts }: Picture): string {
  if (tool !== "paint" || site === undefined) return LOCKING;
  return districts[districtOfSite[site]]?.hue.fill ?? LOCKING;
}
