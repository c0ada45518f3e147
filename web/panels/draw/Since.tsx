import { type ReactNode, useMemo } from "react";
import type { Draft } from "../../../src/index.ts";
import { differences, offerFigures } from "../../draw/later-offer.ts";
import { sinceLines } from "../../draw/since-words.ts";
import { useVoice } from "../../i18n/say.ts";
import type { FoundPlan, Offered } from "../../state/app-state.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { Colliding } from "./NoWayOn.tsx";

interface Props {
  readonly draft: Draft;
  readonly offer: Offered;
  readonly onShow: (found: FoundPlan) => void;
}

/** What was found after what is offered, beside it: what it is better at, and a press of its own that shows it. */
export function Since({ draft, offer: { step, since }, onShow }: Props): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const found = since?.status === "impossible" ? undefined : since;
  // All areas are gone through for it, and the panel is drawn anew at every move of the hand.
  const figures = useMemo(
    () =>
      found && unitBand && { shown: offerFigures(draft, unitBand, step), found: offerFigures(draft, unitBand, found) },
    [draft, unitBand, step, found],
  );
  if (since?.status === "impossible") return <Colliding title={say("finish.atBest")} rules={since.rules} />;
  if (!found || !figures) return null;
  const all = differences(figures.shown, figures.found, found.stroke ? "step" : "plan");
  return (
    <section className="offer-since">
      <p>{sinceLines(voice, figures, all).join(" ")}</p>
      <button type="button" className="button button-secondary small-button" onClick={() => onShow(found)}>
        {say("since.show")}
      </button>
    </section>
  );
}
