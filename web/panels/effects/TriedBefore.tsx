import type { ReactNode } from "react";
import { type Backtest, type BacktestCase, cellOf, schoolYearText } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";

interface TriedProps {
  readonly backtest: Backtest;
  readonly sites: readonly { readonly name: string }[];
}

/** How well the forecast would have done on years that have been counted since: in a sentence, and school by school. */
export function TriedBefore({ backtest, sites }: TriedProps): ReactNode {
  const { say, number } = useVoice();
  const { cases, inside, together, heldOut } = backtest;
  const from = schoolYearText(cases[0].from);
  return (
    <div className="years-tried">
      <h4>{say("tried.title")}</h4>
      <p>
        {say("tried.together", {
          from,
          year: schoolYearText(together.year),
          sites: number(together.sites),
          mid: number(together.mid),
          low: number(together.low),
          high: number(together.high),
          counted: number(together.counted),
        })}{" "}
        {say("tried.inside", { inside: number(inside), of: number(cases.length) })}
      </p>
      <p className="price-source">
        {heldOut && `${say("tried.heldOut", { inside: number(heldOut.inside), of: number(heldOut.of) })} `}
        {say("tried.seen")}
      </p>
      <details className="how">
        <summary>{say("tried.each")}</summary>
        <CountTable cases={cases} sites={sites} />
      </details>
    </div>
  );
}

interface CountsProps extends Pick<TriedProps, "sites"> {
  readonly cases: readonly BacktestCase[];
}

/** Each count beside the range that was expected. */
export function CountTable({ cases, sites }: CountsProps): ReactNode {
  const { say, cell } = useVoice();
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{say("tried.school")}</th>
          <th scope="col">{say("years.range")}</th>
          <th scope="col">{say("tried.counted")}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={`${each.site} ${each.from} ${each.year}`}>
            <th scope="row">
              {sites[each.site].name} <span className="price-source">{yearsText(each)}</span>
            </th>
            <td>
              {cell(cellOf(each.low))}-{cell(cellOf(each.high))}
            </td>
            <td>
              {cell(cellOf(each.counted))}
              {!each.isInside && <span className="tried-outside">{say("tried.outside")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "2015-24", by the calendar years that the school years start in. */
const yearsText = ({ from, year }: BacktestCase): string => `${from}-${String(year).slice(2)}`;
