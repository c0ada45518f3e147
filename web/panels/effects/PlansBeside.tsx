import type { ReactNode } from "react";
import { type Cell, measureNamed, type MeasureKey, measuresAt } from "../../../src/index.ts";
import { LevelNote } from "../LevelNote.tsx";
import { useVoice } from "../../i18n/say.ts";
import { useMeasureTitle } from "../use-measure-title.ts";

/** A plan as it is told beside others: each measure's number, and how many pupils may be told of where it counts them. */
interface PlanBeside {
  readonly title: string;
  readonly value: (key: MeasureKey) => number | undefined;
  readonly told: (key: MeasureKey) => Cell | undefined;
}

/** What plans are held against each other by, a row a measure, a column a plan. */
export function PlansBeside({ plans }: { readonly plans: readonly PlanBeside[] }): ReactNode {
  const { say, amount, cell, unitName } = useVoice();
  const titleOf = useMeasureTitle();
  return (
    <>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{say("measure.name")}</span>
            </th>
            {plans.map(({ title }, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns that never change places; two plans may have one name
              <th key={i} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measuresAt("pair").flatMap((key) => {
            const measure = measureNamed(key);
            if (!measure) return [];
            return (
              <tr key={key}>
                <th scope="row">
                  {titleOf(measure)}
                  <span className="rank">{unitName(measure.unit)}</span>
                </th>
                {plans.map(({ value, told }, i) => {
                  const [number, written] = [value(key), told(key)];
                  return (
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={i}>
                      {number === undefined ? "-" : written ? cell(written) : amount(number, measure.unit)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <LevelNote measures={measuresAt("pair")} />
    </>
  );
}
