import { isFew, roundedCell } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";

/** Nobody is told of few what their way or a class costs, nor whether there are any. */
export const areFew = (pupils: number): boolean => pupils === 0 || isFew(pupils);

/** About, to the nearest five; one word for none and few, since nobody is told whether any child lives where so few do. */
export const pupilsTold = ({ say, cell }: Pick<Voice, "say" | "cell">, pupils: number): string =>
  areFew(pupils) ? say("problem.few") : say("pupils.about", { pupils: cell(roundedCell(pupils)) });
