import type { BorderArc } from "./border-arcs.ts";

type Position = number[];

/**
 * A line through the middles of the edges, and once more through the middles of those, which is never farther from the
 * corners than half an edge; the ends stay where three areas meet.
 */
export const quietLine = (line: readonly Position[], shape: BorderArc["shape"]): Position[] =>
  throughMiddles(throughMiddles(line, shape), shape);

function throughMiddles(line: readonly Position[], shape: BorderArc["shape"]): Position[] {
  const middles: Position[] = shape === "closed" ? [] : [line[0]];
  for (let i = 1; i < line.length; i++)
    middles.push([(line[i - 1][0] + line[i][0]) / 2, (line[i - 1][1] + line[i][1]) / 2]);
  middles.push(shape === "closed" ? middles[0] : line[line.length - 1]);
  return middles;
}
