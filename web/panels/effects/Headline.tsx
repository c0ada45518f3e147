import type { ReactNode } from "react";
import {
  differenceAsWritten,
  isToldAsItIs,
  levelRange,
  measureNamed,
  type MeasureKey,
  spanWords,
  writtenUnit,
} from "../../../src/index.ts";
import { type MessageKey, useVoice } from "../../i18n/say.ts";
import { LevelNote } from "../LevelNote.tsx";
import type { PlanFigures } from "../../state/plan-figures.ts";

interface Props {
  readonly figures: PlanFigures;
  readonly measure: MeasureKey;
  /** What the number is, after it. */
  readonly what: MessageKey;
  /** The change in words, for a higher and a lower number than today's. */
  readonly more: MessageKey;
  readonly less: MessageKey;
  /** What is good to one is bad to another: the change is not painted as better or worse. */
  readonly judged?: "not";
}

/** One number that stands for a block, in words how it differs from today, and what it was where a drawn plan was begun. */
export function Headline({ figures, measure: key, what, more, less, judged }: Props): ReactNode {
  const { say, amount, quantity, cell, language, currency } = useVoice();
  const measure = measureNamed(key);
  const value = figures.value(key);
  const today = figures.today(key);
  if (!measure || value === undefined) return <div className="headline waiting" />;
  const [now, then] = [figures.cell(key), figures.todaysCell(key)];
  const amountOf = (count: number): string =>
    measure.unit === "metres" ? quantity(count, measure.unit) : amount(count, measure.unit);
  const isHidden = now?.kind === "hidden";
  const written = now ? cell(now) : amountOf(value);
  const level = levelRange(measure, { value, cell: now }, figures.view.rightsError);
  const [begun, begunCell] = [figures.begun?.value(key), figures.begun?.cell(key)];
  const change = today === undefined ? 0 : differenceAsWritten(value, today, writtenUnit(measure.unit, currency));
  const size = amountOf(Math.abs(change));
  const isTold = [now, then].every(isToldAsItIs);
  const same =
    today === undefined || (isTold ? amount(value, measure.unit) === amount(today, measure.unit) : value === today);
  const better =
    measure.better === "neither" || judged === "not"
      ? ""
      : change < 0 === (measure.better === "lower")
        ? "better"
        : "worse";
  return (
    <div className="headline">
      {isHidden ? (
        <p>{say("effects.changeHidden")}</p>
      ) : (
        <p>
          <strong>{written}</strong> {say(what)}
          {level && (
            <span className="headline-span"> {spanWords(level, writtenUnit(measure.unit, currency), language)}</span>
          )}
        </p>
      )}
      {isHidden ? null : !same && !isTold ? (
        <p className="change">{say("effects.changeHidden")}</p>
      ) : same ? (
        <p className="change">
          {say("effects.asToday")}
          {!figures.tells(key) && <SameForAll />}
        </p>
      ) : (
        <p className={`change ${better}`}>
          <span aria-hidden="true">{change > 0 ? "▲" : "▼"}</span> {say(change > 0 ? more : less, { value: size })}
          {!figures.tells(key) && <SameForAll />}
        </p>
      )}
      <LevelNote measures={[key]} />
      {begun !== undefined && (
        <p className="begun">{say("effects.begun", { value: begunCell ? cell(begunCell) : amountOf(begun) })}</p>
      )}
    </div>
  );
}

export function SameForAll(): ReactNode {
  const { say } = useVoice();
  return <span className="same-for-all">{say("effects.sameForAll")}</span>;
}
