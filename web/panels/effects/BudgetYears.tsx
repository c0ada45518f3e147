import type { ReactNode } from "react";
import { apartFrom, budgetYears, type CostModel, type PlanMoney, type Range } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { PresentValue } from "./PresentValue.tsx";
import { Prices } from "./Prices.tsx";
import { scaleOf, SpanBar } from "./SpanBar.tsx";

const YEARS = 5;

interface Props {
  readonly money: PlanMoney;
  readonly costs: CostModel;
  /** The plan takes effect in August of this year. */
  readonly start: number;
}

/** When the money comes: a plan of August gives five months in its first budget year, and savings grow into their full size. */
export function BudgetYears({ money, costs, start }: Props): ReactNode {
  const { say, amount, read } = useVoice();
  const apart = apartFrom(money.counting);
  const years = budgetYears(money, costs, start, YEARS);
  const inYear = years.map(({ saving: grown, oneOff }) => plus(grown, oneOff));
  const scale = scaleOf(inYear);
  const short = (value: number): string => amount(value, "kroner");
  const span = ({ low, mid, high }: Range): string =>
    low === high ? short(mid) : say("money.span", { mid: short(mid), low: short(low), high: short(high) });
  return (
    <details className="money-line">
      <summary>{say("years.title", { year: start, amount: short(inYear[0].mid), apart: read(apart) })}</summary>
      <table className="figures budget-years">
        <thead>
          <tr>
            <th scope="col">{say("years.year")}</th>
            <th scope="col">{say("years.inYear")}</th>
            <th scope="col">{say("years.inAll")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, inAll }, i) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>
                {span(inYear[i])}
                <SpanBar range={inYear[i]} scale={scale} />
              </td>
              <td>{span(inAll)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say("years.why")}</p>
      <PresentValue until={(count) => budgetYears(money, costs, start, count)} write={span} apart={apart} />
      <Prices prices={[costs.secondYear]} />
    </details>
  );
}

const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high });
