import { differenceAsWritten, isToldAsItIs, measureNamed, type MeasureKey, writtenUnit } from "../../src/index.ts";
import type { MessageKey, Voice } from "../i18n/say.ts";
import type { PlanFigures } from "../state/plan-figures.ts";
import { moneyHeadline } from "./effects/money-words.ts";

interface HeadlineFigure {
  readonly name: MessageKey;
  readonly said: string;
  /** How sure it is; absent where it is one number. */
  readonly range?: string;
}

/** The four figures that a plan is judged by first, against today, in words; one that is not known yet is left out. */
export function headlineFigures(voice: Voice, figures: PlanFigures): readonly HeadlineFigure[] {
  const way = change(voice, figures, "distance-mean", ["line.longer", "line.shorter", "line.sameWay"]);
  const moves = movesOf(voice, figures);
  const rights = change(voice, figures, "transport-right", ["line.moreRights", "line.fewerRights", "line.sameRights"]);
  const known = figures.effects?.money;
  const money = known && moneyHeadline(voice, known);
  return [
    ...(way === undefined ? [] : [{ name: "line.way", said: way } as const]),
    ...(moves === undefined ? [] : [{ name: "line.moves", said: moves } as const]),
    ...(rights === undefined ? [] : [{ name: "line.rights", said: rights } as const]),
    ...(money
      ? [
          {
            name: "line.money",
            said: `${money.amount} ${money.what}`,
            ...(money.range && { range: money.range }),
          } as const,
        ]
      : []),
  ];
}

/** How many change school. */
function movesOf(voice: Voice, figures: PlanFigures): string | undefined {
  const { say, cell, number } = voice;
  const value = figures.value("changed-site");
  if (value === undefined) return undefined;
  if (value === 0) return say("line.noMoves");
  const told = figures.cell("changed-site");
  if (told?.kind === "hidden") return say("line.hidden");
  const text = told ? cell(told) : number(value);
  return say("line.pupils", { count: value, text: isToldAsItIs(told) ? asCounted(voice, figures, text) : text });
}

/** A number of pupils that was rounded says so: beside the same plan before it was drawn on, it is another. */
const asCounted = ({ say }: Voice, { counts }: PlanFigures, pupils: string): string =>
  counts === "in-fives" ? say("pupils.about", { pupils }) : pupils;

/** A measure against today; the last text where both are written alike. */
function change(
  voice: Voice,
  figures: PlanFigures,
  key: MeasureKey,
  [more, less, same]: readonly [more: MessageKey, less: MessageKey, same: MessageKey],
): string | undefined {
  const { say, quantity, currency } = voice;
  const measure = measureNamed(key);
  const [value, today] = [figures.value(key), figures.today(key)];
  if (!measure || value === undefined || today === undefined) return undefined;
  const isTold = [figures.cell(key), figures.todaysCell(key)].every(isToldAsItIs);
  if (!isTold && value !== today) return say("line.hidden");
  const difference = differenceAsWritten(value, today, writtenUnit(measure.unit, currency));
  const size = quantity(Math.abs(difference), measure.unit);
  if (difference === 0 || size === quantity(0, measure.unit)) return say(same);
  const told = measure.unit === "pupils" ? pupilsBetween(voice, figures, Math.abs(difference)) : size;
  return say(difference > 0 ? more : less, { value: told });
}

/** What lies between two numbers that are both told as they are is no group of pupils, however few: whoever reads the two knows it. */
function pupilsBetween(voice: Voice, figures: PlanFigures, count: number): string {
  const { say, number } = voice;
  return say("line.pupils", { count, text: asCounted(voice, figures, number(count)) });
}
