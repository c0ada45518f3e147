import "./here.css";
import type { ReactNode } from "react";
import { UnitFacts } from "../panels/PlaceCard.tsx";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { useHereVoice } from "./here-voice.ts";

/** What happens at the place that was clicked on the map: its school today and in the plan in view. */
export function HerePanel(): ReactNode {
  const { say, tell } = useHereVoice();
  const view = useSelect(caseView);
  const lookedAt = useSelect((state) => state.lookedAt);
  const unit = lookedAt?.kind === "unit" && lookedAt.how === "picked" ? lookedAt.number : undefined;
  return (
    <div className="here-panel">
      <h2>{say("here.label")}</h2>
      {view && unit !== undefined ? (
        <section className="here-place" aria-live="polite">
          <UnitFacts view={view} unit={unit} held="held" />
        </section>
      ) : (
        <p>{tell("here.how")}</p>
      )}
      <p className="field-help">{tell("here.private")}</p>
    </div>
  );
}
