import type { Position, Units } from "../domain/municipality.ts";
import { cellAt } from "./cells.ts";
import { polygonLocator } from "./polygon-locator.ts";

/** Makes the function that tells in which unit a position lies; `undefined` outside all of them. */
export function unitFinder({ id, shape }: Pick<Units, "id" | "shape">): (position: Position) => number | undefined {
  if (shape.kind === "h3") {
    const numbers = new Map(id.map((cell, unit) => [cell, unit]));
    return (position) => numbers.get(cellAt(position, shape.resolution));
  }
  const locator = polygonLocator(shape.geometry);
  return (position) => locator.at(position);
}
