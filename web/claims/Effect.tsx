import { type ReactNode, useState } from "react";
import { type Claim, claimedRange, HINDRANCES } from "../../src/index.ts";
import { writeFigure } from "../panels/effects/Prices.tsx";
import { savedOrSpent } from "../panels/effects/money-words.ts";
import { usePlanTitle } from "../panels/plan-title.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { chosenDocument, chosenProposal, claimHindrance } from "../state/chosen.ts";
import { useDetail } from "../state/detail.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { editedCosts, withEdit } from "../worker/cost-edits.ts";
import type { ClaimEffect } from "../worker/messages.ts";
import { type ClaimsVoice, useClaimsVoice } from "./claims-voice.ts";
import { useClaims, useKeptClaims } from "./use-claims.ts";

/** What the number that is tried does to the plan, its place and its order with another; and ways to keep it. */
export function Effect({ name }: { readonly name: string }): ReactNode {
  const { tell } = useClaimsVoice();
  const claim = useSelect((state) => state.claim);
  const { answer, is } = useDetail("claim");
  if (!claim) return null;
  return (
    <div className="claim-effect">
      <div role="status" aria-busy={is !== "current"}>
        {answer && is === "current" ? <Told effect={answer} /> : <p>{tell("effect.waiting")}</p>}
      </div>
      <Keep key={`${claim.item} ${claim.value}`} claim={claim} name={name} />
    </div>
  );
}

function Told({ effect: { saved, places, turn } }: { readonly effect: ClaimEffect }): ReactNode {
  const voice = useClaimsVoice();
  const { tell } = voice;
  const isListed = useSelect((state) => chosenDocument(state)?.place !== undefined);
  if (!saved) return null;
  const [before, after] = [saved.before, saved.after].map((range) => savedOrSpent(voice, range).whole);
  return (
    <>
      <p>
        <strong>{tell("effect.saved", { before, after })}</strong>
      </p>
      {places && <p>{placeText(voice, places, isListed ? "listed" : "outside")}</p>}
      {turn && <Turn turn={turn} />}
      <p className="field-help">{tell("effect.spread")}</p>
    </>
  );
}

function placeText(
  { tell, number }: ClaimsVoice,
  { before, after, of }: NonNullable<ClaimEffect["places"]>,
  is: "listed" | "outside",
): string {
  // A plan that is not in the list has no number in it; how many save more is known of both.
  const less = is === "listed" ? 0 : 1;
  const blanks = { before: number(before - less), after: number(after - less), of: number(of) };
  const [moved, same] =
    is === "listed"
      ? (["effect.place", "effect.place.same"] as const)
      : (["effect.among", "effect.among.same"] as const);
  return tell(before === after ? same : moved, blanks);
}

function Turn({ turn: { other, point } }: { readonly turn: NonNullable<ClaimEffect["turn"]> }): ReactNode {
  const voice = useClaimsVoice();
  const { tell } = voice;
  const view = useSelect(caseView);
  const claim = useSelect((state) => state.claim);
  const edits = useSelect(({ choice }) => choice.costs);
  const against = useSelect(({ choice }) => choice.against);
  const own = usePlanTitle(useSelect(chosenDocument)?.ref);
  const heldTitle = usePlanTitle(against);
  const nextTitle = voice.say("effects.title", { number: voice.number(other === "against" ? 0 : other + 1) });
  if (!view || !claim) return null;
  const title = other === "against" ? heldTitle : nextTitle;
  const [near, far] = point.leads === "other" ? [title, own] : [own, title];
  const write = (value: number): string => writeFigure(voice, value);
  if (point.at === undefined) {
    const ends = { near, far, least: write(point.least), most: write(point.most) };
    return <p>{tell(point.leads === "neither" ? "turn.even" : "turn.none", ends)}</p>;
  }
  const { mid } = editedCosts(view.costs, edits)[claim.item];
  return <p>{tell(point.at > mid ? "turn.above" : "turn.below", { near, far, at: write(point.at) })}</p>;
}

/** Beside the proposal, in one that is made of the plan, or for oneself in all plans. */
function Keep({ claim, name }: { readonly claim: Claim; readonly name: string }): ReactNode {
  const { tell, read } = useClaimsVoice();
  const store = useStore();
  const studio = useStudio();
  const { keep } = useClaims();
  const [source, setSource] = useState("");
  const isKept = useKeptClaims().some(({ claim: each }) => each.item === claim.item && each.value === claim.value);
  const plan = useSelect(chosenDocument);
  const isOwn = useSelect((state) => chosenProposal(state) !== undefined);
  const hindrance = useSelect(claimHindrance);
  const view = useSelect(caseView);
  if (!view || !plan) return null;
  const put = (): void => {
    if (!isOwn) {
      studio.begin(plan.plan, plan.plan.title);
      // The number goes on being looked at, of the proposal now.
      store.dispatch({ kind: "claim", claim });
    }
    keep(claim, source, name);
  };
  const measureAll = (): void => {
    const { costs } = store.state().choice;
    const edit = { item: claim.item, ...claimedRange(editedCosts(view.costs, costs)[claim.item], claim.value) };
    store.dispatch({ kind: "choose", change: { costs: withEdit(costs, edit) } });
    store.dispatch({ kind: "claim", claim: undefined });
  };
  return (
    <>
      {isKept ? (
        <p role="status">{tell("keep.kept")}</p>
      ) : (
        <label className="claim-source">
          {tell("keep.why")}
          <input
            className="form-input"
            value={source}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setSource(target.value)}
          />
        </label>
      )}
      <div className="draw-links">
        {!isKept && hindrance === undefined && (
          <button type="button" className="button button-primary small-button" onClick={put}>
            {tell(isOwn ? "keep.on" : "keep.begin")}
          </button>
        )}
        <button type="button" className="button button-secondary small-button" onClick={measureAll}>
          {tell("keep.all")}
        </button>
      </div>
      {hindrance !== undefined && <p className="field-help">{read(HINDRANCES[hindrance])}</p>}
      <p className="field-help">{tell("keep.what")}</p>
    </>
  );
}
