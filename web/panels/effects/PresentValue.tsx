import { type ReactNode, useState } from "react";
import {
  type BudgetYear,
  HIGHEST_RATE,
  MOST_YEARS,
  presentValue,
  type Range,
  type Reference,
  REFERENCES,
  STATE_RATE,
  type Text,
} from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  /** The budget years up to a year that is asked for. */
  readonly until: (years: number) => readonly BudgetYear[];
  readonly write: (range: Range) => string;
  /** What it leaves out. */
  readonly apart: Text;
}

/** Many years as one figure, at a rate that the reader chooses; nothing is discounted until somebody has. */
export function PresentValue({ until, write, apart }: Props): ReactNode {
  const { say, read } = useVoice();
  const [years, setYears] = useState("20");
  const [rate, setRate] = useState("");
  const [span, percent] = [Number(years), Number(rate)];
  const isAsked = Number.isInteger(span) && span >= 1 && span <= MOST_YEARS && rate !== "" && percent >= 0;
  const { title, publisher, date, url, says }: Reference = REFERENCES[STATE_RATE.reference];
  return (
    <div className="present-value">
      <p>
        <label>
          {say("present.years")}{" "}
          <input
            type="number"
            min={1}
            max={MOST_YEARS}
            value={years}
            onChange={({ target }) => setYears(target.value)}
          />
        </label>
      </p>
      <p>
        <label>
          {say("present.rate")}{" "}
          <input
            type="number"
            min={0}
            max={100 * HIGHEST_RATE}
            step={0.1}
            value={rate}
            onChange={({ target }) => setRate(target.value)}
          />
        </label>
      </p>
      <p role="status">
        {isAsked && percent <= 100 * HIGHEST_RATE
          ? say("present.value", {
              years: span,
              apart: read(apart),
              amount: write(presentValue(until(span), percent / 100)),
            })
          : say("present.none")}
      </p>
      <p className="price-source">
        {say("present.state")}{" "}
        <a href={url} target="_blank" rel="noreferrer">
          <cite>{title}</cite>
        </a>
        , {publisher}, {date}: {read(says)}
      </p>
    </div>
  );
}
