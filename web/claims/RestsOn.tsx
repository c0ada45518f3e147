import "./claims.css";
import { type ReactNode, useEffect } from "react";
import { Dialog } from "../panels/Dialog.tsx";
import { PlanSaving } from "../panels/costs/PlanSaving.tsx";
import { useDetail } from "../state/detail.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useClaimsVoice } from "./claims-voice.ts";
import { FigureRow } from "./FigureRow.tsx";

/** All that a plan's money rests on, what matters most to it first; of each another number can be tried and said. */
export function RestsOn(): ReactNode {
  const { say } = useClaimsVoice();
  return (
    <Dialog name="rests" title={say("costs.rests")} head={<PlanSaving />}>
      <Figures />
    </Dialog>
  );
}

function Figures(): ReactNode {
  const { tell } = useClaimsVoice();
  const store = useStore();
  const { answer, is } = useDetail("rests");
  const claimed = useSelect(({ claim }) => claim?.item);
  // What was tried is gone with the window.
  useEffect(() => () => store.dispatch({ kind: "claim", claim: undefined }), [store]);
  if (!answer || is !== "current") return <p role="status">{tell("rests.waiting")}</p>;
  if (answer.length === 0) return <p>{tell("rests.nothing")}</p>;
  return (
    <>
      <p>{tell("rests.text")}</p>
      <ul className="cost-rows rests-rows no-max-width">
        {answer.map((figure) => (
          <FigureRow
            key={figure.parameter.key}
            figure={figure}
            is={figure.parameter.key === claimed ? "tried" : "still"}
          />
        ))}
      </ul>
    </>
  );
}
