import { type ReactNode, useEffect, useState } from "react";
import { type BrushSpot, unflat } from "../../draw/brush.ts";
import type { DistrictMap } from "../../map/district-map.ts";

interface Props {
  readonly map: DistrictMap;
  readonly line: readonly BrushSpot[];
}

/** The line drawn around areas so far, with its first corner marked; it stays in its place when the map moves. */
export function DrawnLine({ map, line }: Props): ReactNode {
  const [, setMoves] = useState(0);
  useEffect(() => map.onMoved(() => setMoves((moves) => moves + 1)), [map]);
  const corners = line.map((spot) => map.canvas.project(unflat(spot)));
  const points = corners.map(({ x, y }) => `${x},${y}`).join(" ");
  const [first] = corners;
  return (
    <svg className="drawn-line" aria-hidden="true">
      <polygon points={points} className="drawn-inside" />
      <polyline points={points} className="drawn-halo" />
      <polyline points={points} />
      {first && <circle cx={first.x} cy={first.y} r={6} />}
    </svg>
  );
}
