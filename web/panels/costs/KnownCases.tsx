import type { ReactNode } from "react";
import type { KnownCase } from "../../../src/index.ts";
import { useDetail } from "../../state/detail.ts";
import { useRegisterVoice } from "./register-voice.ts";

/** What the model says of cases of which somebody else has said something, and how far apart they are. */
export function KnownCases(): ReactNode {
  const { tell, read } = useRegisterVoice();
  const { answer, is } = useDetail("known");
  if (answer?.cases.length === 0) return null;
  return (
    <section className="known-cases" aria-busy={is !== "current"}>
      <h3>{tell("known.title")}</h3>
      <p>{tell("known.text")}</p>
      <div className="table-scroll">
        <table className="figures known-table">
          <thead>
            <tr>
              <th scope="col">{tell("known.case")}</th>
              <th scope="col">{tell("known.documented")}</th>
              <th scope="col">{tell("known.model")}</th>
              <th scope="col">{tell("known.error")}</th>
            </tr>
          </thead>
          <tbody>
            {answer?.cases.map((each, i, all) => (
              <Row key={read(each.name)} known={each} reading={repeats(each, all[i - 1]) ? undefined : each.reading} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The same remark goes for a whole run of cases; it is written once. */
const repeats = ({ reading }: KnownCase, before: KnownCase | undefined): boolean => before?.reading.da === reading.da;

interface RowProps {
  readonly known: KnownCase;
  readonly reading: KnownCase["reading"] | undefined;
}

function Row({ known, reading }: RowProps): ReactNode {
  const { read, number, amount, say, tell } = useRegisterVoice();
  const { name, said, model, unit, source } = known;
  const write = (value: number): string => (unit === "kroner" ? amount(value, "kroner") : number(value, 1));
  const error = (100 * (model.mid - said)) / said;
  const span =
    model.low === model.high ? "" : ` ${say("known.span", { low: write(model.low), high: write(model.high) })}`;
  return (
    <tr>
      <th scope="row">
        {read(name)}
        {reading && (
          <span className="rank known-reading">
            {read(reading)} {say("how.source")}: {read(source)}
          </span>
        )}
      </th>
      <td>
        {write(said)} {tell(unit === "kroner" ? "known.millions" : "known.pupils")}
      </td>
      <td>
        {write(model.mid)}
        {span}
      </td>
      <td>{`${error > 0 ? "+" : ""}${number(error)} %`}</td>
    </tr>
  );
}
