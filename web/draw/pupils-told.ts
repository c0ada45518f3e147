import { isFew, roundedCell } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";

/** Nearest fives; one word for none and few, since nobody is told whether any child lives where so few do. */
export const pupilsTold = ({ say, cell }: Pick<Voice, "say" | "cell">, pupils: number): string =>
  pupils === 0 || isFew(pupils) ? say("problem.few") : cell(roundedCell(pupils));
