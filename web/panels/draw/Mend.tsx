import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { BAND_COUNT, type Change, type Draft, roundedCell } from "../../../src/index.ts";
import {
  lockedPairs,
  movedPairs,
  overflowOf,
  pupilsMoved,
  pupilsWithoutSchool,
  toMend,
  towards,
  unitsOf,
} from "../../draw/drawn.ts";
import { noteText } from "../../draw/notes.ts";
import { offerKey } from "../../draw/offer-keys.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { pictureOf } from "../../map/picture.ts";
import type { History } from "../../proposals/history.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { LetterKey } from "./LetterKey.tsx";

interface Offer {
  readonly draft: Draft;
  readonly assignment: Uint16Array;
}

/** The pairs that the last step moved: what was just drawn is not taken back by what mends it. */
function justDrawn({ steps, head }: History): readonly number[] {
  const last = head === undefined ? undefined : steps.get(head);
  return last ? movedPairs(last.edit.changes) : [];
}

/** After a stroke that leaves too few places: the areas that could go elsewhere for it, shown on the map and taken only on a yes. */
export function Mend({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const voice = useVoice();
  const { say, cell } = voice;
  const store = useStore();
  const workers = useWorkers();
  const studio = useStudio();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    const state = store.state();
    const proposal = chosenProposal(state);
    if (!view || !draft || !proposal) return;
    const drawn = justDrawn(proposal.history);
    const over = overflowOf(draft, view.units.unitBand, draft.plan.assignment);
    // Those without a school come first; they are on their way to one, by the same question.
    if (drawn.length === 0 || over === 0 || pupilsWithoutSchool(draft, view.units.unitBand) > 0) return;
    const locked = Uint32Array.from(new Set([...lockedPairs(draft), ...drawn]));
    workers.repair({ plan: toMend(draft, view.units.unitBand), locked, until: "quick", places: "free" }, (step) => {
      if (step.status !== "answer" || overflowOf(draft, view.units.unitBand, step.assignment) >= over) return;
      setOffer({ draft, assignment: step.assignment });
    });
  }, [draft, view, workers, store]);
  const shown = offer && offer.draft === draft ? offer : undefined;
  useEffect(() => {
    if (!map || !view || !shown) return undefined;
    const { districtOfSite, districts } = pictureOf(view, draftedPlan(shown.draft));
    const ghost = new Map<number, string | null>();
    shown.assignment.forEach((site, pair) => {
      const isMoved = site !== shown.draft.plan.assignment[pair] && view.units.unitBand[pair] > 0;
      if (isMoved) ghost.set(Math.floor(pair / BAND_COUNT), districts[districtOfSite[site]]?.hue.ink ?? null);
    });
    map.show("painted", { outlines: view.outlines, colours: ghost });
    return () => map.clear("painted");
  }, [map, view, shown]);
  const changes = useMemo(
    () => (view && shown ? towards(shown.draft, shown.assignment, view.units.unitBand) : []),
    [view, shown],
  );
  const leave = useCallback(() => setOffer(undefined), []);
  const take = useCallback(() => {
    const units = view ? movedAreas(changes, view.units.unitBand) : 0;
    studio.edit(changes, noteText("mend.done", { units, text: String(units) }));
  }, [changes, view, studio]);
  useOfferKeys(shown, take, leave);
  if (!view || !draft || !shown) return null;
  const areas = movedAreas(changes, view.units.unitBand);
  const pupils = cell(roundedCell(pupilsMoved(view.units.unitBand, draft.plan.assignment, shown.assignment)));
  const isEnough = overflowOf(draft, view.units.unitBand, shown.assignment) === 0;
  return (
    <div className="mend" role="status">
      <p>{say(isEnough ? "mend.enough" : "mend.fewer", { ...counted(voice, areas), pupils })}</p>
      <button type="button" className="button button-primary small-button" onClick={take}>
        {say("finish.take")} <LetterKey letter="Enter" />
      </button>
      <button type="button" className="button button-secondary small-button" onClick={leave}>
        {say("finish.leave")} <LetterKey letter="Esc" />
      </button>
    </div>
  );
}

/** Areas where anybody who moves lives. */
function movedAreas(changes: readonly Change[], unitBand: Uint32Array): number {
  return unitsOf(movedPairs(changes).filter((pair) => unitBand[pair] > 0));
}

/** Takes or leaves what is offered by a key, before the map hears it. */
function useOfferKeys(offer: Offer | undefined, take: () => void, leave: () => void): void {
  const store = useStore();
  useEffect(() => {
    if (!offer) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { drawing, aim } = store.state();
      const line = drawing.way === "lasso" && aim?.by === "key" ? "drawn" : "none";
      const does = offerKey(event, line);
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (does === "take") take();
      else leave();
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [offer, take, leave, store]);
}
