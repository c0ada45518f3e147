import type { ReactNode } from "react";
import { isSourced } from "../../src/index.ts";
import { writeFigure } from "../panels/effects/Prices.tsx";
import { useTold } from "../panels/use-told.ts";
import { claimHindrance } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useClaimsVoice } from "./claims-voice.ts";
import { openRests } from "./open-rests.ts";
import { type KeptClaim, useClaims } from "./use-claims.ts";

interface Props {
  readonly kept: KeptClaim;
  /** In the window of what the money rests on it stands at its figure; else the window is a press away. */
  readonly at: "figure" | "money";
}

/** What somebody said a figure is: who, when, where from; what it does is shown at a press. */
export function Said({ kept, at }: Props): ReactNode {
  const voice = useClaimsVoice();
  const { tell, read } = voice;
  const store = useStore();
  const told = useTold();
  const { takeBack } = useClaims();
  const view = useSelect(caseView);
  const isHindered = useSelect((state) => state.past !== undefined || claimHindrance(state) !== undefined);
  const { claim, edit } = kept;
  if (!view) return null;
  const { name, mid, unit } = view.costs[claim.item];
  const figure = read(name);
  const value = writeFigure(voice, claim.value);
  const see = (): void => {
    if (at === "money") openRests(store);
    store.dispatch({ kind: "claim", claim: { item: claim.item, value: claim.value } });
  };
  return (
    <p className="said-figure">
      <strong>{tell("said.one", { figure, value, mid: writeFigure(voice, mid), unit: read(unit) })}</strong>{" "}
      {isSourced(claim) && tell("said.source", { source: claim.name })} {edit && told("claimed", edit)}{" "}
      <button type="button" className="link-button" aria-label={tell("said.seeOf", { figure, value })} onClick={see}>
        {tell("said.see")}
      </button>{" "}
      {!isHindered && (
        <button
          type="button"
          className="link-button"
          aria-label={tell("said.removeOf", { figure, value })}
          onClick={() => takeBack(kept)}
        >
          {tell("said.remove")}
        </button>
      )}
    </p>
  );
}
