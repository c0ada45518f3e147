import { memo, type ReactNode, useEffect, useRef } from "react";
import { paintedThumbnail } from "../map/thumbnail.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { AssumedPlan } from "../worker/messages.ts";

interface Props {
  readonly of: AssumedPlan;
  /** What it is a map of, for those who cannot see it; left out where its name stands beside it. */
  readonly label?: string;
}

/** A small map of a plan in its colours. */
export const Thumbnail = memo(function Thumbnail({ of, label }: Props): ReactNode {
  const paper = useRef<HTMLCanvasElement>(null);
  const view = useSelect(caseView);
  const scenery = useSelect(sceneryOf);
  useEffect(() => {
    const pen = paper.current?.getContext("2d");
    if (!pen || !view || !scenery) return;
    const painted = paintedThumbnail(view, of, scenery);
    [pen.canvas.width, pen.canvas.height] = [painted.width, painted.height];
    pen.putImageData(painted, 0, 0);
  }, [of, view, scenery]);
  return (
    <canvas
      ref={paper}
      className="thumbnail"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
});
