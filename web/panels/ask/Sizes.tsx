import type { ReactNode } from "react";
import { takenAs } from "../../ask/proposed.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { districtSizes } from "../../ask/sizes.ts";
import { pictureOf } from "../../map/picture.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { useAskVoice } from "./ask-voice.ts";

interface Props {
  readonly asked: AskedQuestion;
  readonly plan: AskedPlan;
}

/** Of an answer that makes districts: how many schools, pupils and places each has. */
export function Sizes({ asked: { base, question }, plan }: Props): ReactNode {
  const { say, ask, number, cell } = useAskVoice();
  const view = useSelect(caseView);
  if (!view || (question.kind !== "redraw" && question.kind !== "consolidate")) return null;
  return (
    <table className="figures">
      <caption>{ask("sizes.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("table.district")}</th>
          <th scope="col">{say("table.sites")}</th>
          <th scope="col">{say("table.pupils")}</th>
          <th scope="col">{say("table.capacity")}</th>
        </tr>
      </thead>
      <tbody>
        {districtSizes(pictureOf(view, takenAs(view, base, plan).plan)).map(({ name, schools, pupils, places }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{number(schools)}</td>
            <td>{cell(pupils)}</td>
            <td>{places === undefined ? "-" : number(places)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
