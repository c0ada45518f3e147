import type { ReactNode } from "react";
import { type Cell, measureNamed, type MeasureKey } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { againstToday } from "../../state/standing.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { useMeasureTitle } from "../use-measure-title.ts";

/** Some measures as a small table: today, what a drawn plan was begun from, the plan, and the place among all plans. */
export function Figures({
  figures,
  keys,
}: {
  readonly figures: PlanFigures;
  readonly keys: readonly MeasureKey[];
}): ReactNode {
  const { say } = useVoice();
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{say("measure.name")}</span>
            {figures.count > 1 && <span className="rank">{say("effects.rankedFrom")}</span>}
          </th>
          <th scope="col">{say("measure.today")}</th>
          {figures.begun && <th scope="col">{say("measure.begun")}</th>}
          <th scope="col">{say("measure.plan")}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <Figure key={key} figures={figures} measure={key} />
        ))}
      </tbody>
    </table>
  );
}

/** The unit stands under the label, so that the numbers stand in line. */
function Figure({ figures, measure: key }: { readonly figures: PlanFigures; readonly measure: MeasureKey }): ReactNode {
  const { say, number, amount, cell, unitName } = useVoice();
  const titleOf = useMeasureTitle();
  const measure = measureNamed(key);
  if (!measure) return null;
  const write = (value: number | undefined, told: Cell | undefined): string =>
    value === undefined ? "-" : told ? cell(told) : amount(value, measure.unit);
  const rank = figures.rank(key);
  const count = number(figures.count);
  const place =
    rank === undefined
      ? figures.count > 1 && figures.tells(key) && !figures.ranks(key)
        ? say("effects.rank.unsure")
        : ""
      : rank === 1
        ? say("effects.rank.best", { count })
        : say("effects.rank", { rank: number(rank), count });
  const { begun } = figures;
  const value = figures.value(key);
  const before = write(figures.today(key), figures.todaysCell(key));
  const after = write(value, figures.cell(key));
  const isWorse = againstToday(key, value, figures.todays) === "worse" && after !== before;
  return (
    <tr>
      <th scope="row">
        {titleOf(measure)}
        <span className="rank">
          {[unitName(measure.unit), place, isWorse ? say("effects.worse") : ""].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td>{before}</td>
      {begun && <td>{write(begun.value(key), begun.cell(key))}</td>}
      <td>{after}</td>
    </tr>
  );
}
