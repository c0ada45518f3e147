import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { Change, Draft } from "../../../src/index.ts";
import { ROOM_ITSELF } from "../../../src/protocol/room-roles.ts";
import { changesTo, movedPairs, pupilsMoved, unitsOf } from "../../draw/drawn.ts";
import { isRegrouping, keptAfter, mendQuestion } from "../../draw/mend-question.ts";
import { type OfferFigures, offerFigures, withFound } from "../../draw/later-offer.ts";
import { mendLines } from "../../draw/mend-words.ts";
import { noteText } from "../../i18n/notes.ts";
import { useOfferKeys } from "../../draw/use-offer-keys.ts";
import { useVoice } from "../../i18n/say.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { pictureOf } from "../../map/picture.ts";
import { type History, stepBack } from "../../proposals/history.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView, gradesHere } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { isHistoryComing } from "../../state/history-here.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { FoundPlan, Mending } from "../../state/app-state.ts";
import { stepKey } from "../../state/drawn-key.ts";
import type { RepairStep } from "../../worker/messages.ts";
import { LetterKey } from "./LetterKey.tsx";
import { Since } from "./Since.tsx";

interface Offer extends Mending {
  readonly draft: Draft;
}

/** How long a hand rests before a smaller repair than the one at once is looked for, milliseconds: a quick hand's next step would end the search. */
const REST = 700;

/** The changes of the last step: what a hand has just drawn is not taken back by what mends it. */
const justDrawn = (history: History): readonly Change[] => stepBack(history)?.edit.changes ?? [];

/**
 * After a step that leaves too few places or cuts something off: the fewest areas that could go elsewhere for it, shown on the map and
 * taken only on a yes.
 */
export function Mend({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const studio = useStudio();
  const view = useSelect(caseView);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const grades = useSelect(gradesHere);
  const { offer, leave, show } = useOffer(draft);
  // The next stroke is drawn on the plan as it is; left off, it leaves the offer as it was.
  const isFree = useSelect(({ hand }) => hand === "free");
  const [told, setTold] = useState<"short" | "whole">("short");
  // One offer at a time: what was asked for goes before what nobody asked for.
  const isProposed = useSelect(({ proposed }) => proposed !== undefined);
  const shown = isFree && !isProposed ? offer : undefined;
  useGhost(map, shown);
  const changes = useMemo(() => (shown ? changesTo(shown.draft, shown.step.assignment) : []), [shown]);
  const take = useCallback(() => {
    const units = unitsOf(grades, movedPairs(changes));
    studio.edit(changes, noteText("mend.done", { units, text: String(units) }));
  }, [changes, grades, studio]);
  useOfferKeys(shown && changes.length > 0 ? "offered" : "none", take, leave);
  if (!view || !draft || !shown?.step.stroke) return null;
  const areas = unitsOf(grades, movedPairs(changes));
  const pupils = pupilsMoved(view.units.unitBand, draft.plan.assignment, shown.step.assignment);
  const { stroke, proven } = shown.step;
  const lines = mendLines(voice, { areas, pupils, stroke, proven, kept: shown.kept, what: shown.what });
  return (
    <div className="mend" role="status">
      <div className={`mend-${told}`}>
        <Refusal />
        {lines.map((line, i) => (
          <p key={line} className={i > 0 ? "mend-more" : undefined}>
            {line}{" "}
          </p>
        ))}
      </div>
      {areas > 0 && (
        <button type="button" className="button button-primary small-button" onClick={take}>
          {say("finish.take")} <LetterKey letter="Enter" />
        </button>
      )}
      <button type="button" className="button button-secondary small-button" onClick={leave}>
        {say(areas > 0 ? "finish.leave" : "mend.hide")} {areas > 0 && <LetterKey letter="Esc" />}
      </button>
      {lines.length > 1 && (
        <button
          type="button"
          className="link-button mend-tell"
          aria-expanded={told === "whole"}
          onClick={() => setTold(told === "short" ? "whole" : "short")}
        >
          {say(told === "short" ? "mend.tell" : "mend.tellLess")}
        </button>
      )}
      <Since draft={draft} offer={shown} onShow={show} />
    </div>
  );
}

/** Why what was tried since was not done: the line it else stands in makes way for the offer. */
function Refusal(): ReactNode {
  const { read } = useVoice();
  const outcome = useSelect((state) => state.outcome);
  if (outcome?.kind !== "refused") return null;
  return <p className="draw-refused">{outcome.lines.map(read).join(" ")} </p>;
}

interface Offering {
  readonly offer: Offer | undefined;
  readonly leave: () => void;
  /** What was found since, in place of what is offered. */
  readonly show: (found: FoundPlan) => void;
}

/** What would mend the last stroke of a draft; undefined where it broke nothing, or is left as it is. */
function useOffer(draft: Draft | undefined): Offering {
  const store = useStore();
  const workers = useWorkers();
  const view = useSelect(caseView);
  const isComing = useSelect(isHistoryComing);
  const mend = useSelect(({ asked }) => (asked && asked.draft === draft ? asked.mend : undefined));
  const set = useCallback(
    (change: "searching" | "left" | Mending): void => {
      if (draft) store.dispatch({ kind: "asked", draft, change: { mend: change } });
    },
    [draft, store],
  );
  useEffect(() => {
    const { asked, mends } = store.state();
    const proposal = chosenProposal(store.state());
    // It is asked once of a draft, however often the page is laid out anew.
    if (!view || !draft || proposal?.draft !== draft || asked?.mend !== undefined) return;
    // What stands for a room's history until that is here is no hand's.
    if (isComing && stepBack(proposal.history)?.edit.by === ROOM_ITSELF) return;
    const { unitBand } = view.units;
    const last = justDrawn(proposal.history);
    const of = { kept: keptAfter(draft, last), what: isRegrouping(last) ? "districts" : "cut" } as const;
    const question = mendQuestion(draft, last, unitBand);
    if (!question) return;
    const prove = (): void => {
      const now = store.state().asked;
      if (now?.draft !== draft || now.mend === "left" || now.finish !== undefined) return;
      workers.repair({ ...question, until: "proven" }, hear);
    };
    const proveAtRest = ({ proven, stroke }: FoundPlan): void => {
      if (proven === "quick" && stroke && (stroke.returned || (stroke.apart > 0 && stroke.over.before === 0)))
        setTimeout(prove, REST);
    };
    const figures = (step: FoundPlan): OfferFigures => offerFigures(draft, unitBand, step);
    const hear = (step: RepairStep): void => {
      const now = store.state().asked;
      if (now?.draft !== draft || now.mend === "left") return;
      if (step.status !== "answer" || !step.stroke || !isWorthTelling(draft, step)) return;
      set({ ...withFound(typeof now.mend === "object" ? now.mend : undefined, step, figures), ...of });
      proveAtRest(step);
    };
    // Undone and redone, a step is not asked about anew, nor is what was left offered again.
    const known = mends.get(stepKey(proposal));
    set(known ?? "searching");
    if (known === undefined) workers.repair({ ...question, until: "quick" }, hear);
    else if (known !== "left" && !known.since) proveAtRest(known.step);
  }, [draft, view, workers, store, set, isComing]);
  const offer = useMemo(() => (draft && typeof mend === "object" ? { draft, ...mend } : undefined), [draft, mend]);
  const leave = useCallback(() => set("left"), [set]);
  const show = (step: FoundPlan): void => {
    if (offer) set({ step, kept: offer.kept, what: offer.what });
  };
  return { offer, leave, show };
}

/** Whether anything is better for it, or something stays cut off. */
function isWorthTelling({ plan }: Draft, { assignment, stroke }: Mending["step"]): boolean {
  if (!stroke) return false;
  const isSame = assignment.every((site, pair) => site === plan.assignment[pair]);
  return isSame ? stroke.apart > 0 : stroke.apart > 0 || stroke.over.after < stroke.over.before;
}

/** The areas that would get another school, in the colour of its district. */
function useGhost(map: DistrictMap | undefined, offer: Offer | undefined): void {
  const view = useSelect(caseView);
  useEffect(() => {
    if (!map || !view || !offer) return undefined;
    const { districtOfSite, districts } = pictureOf(view, draftedPlan(offer.draft));
    const ghost = new Map<number, string | null>();
    offer.step.assignment.forEach((site, pair) => {
      if (site !== offer.draft.plan.assignment[pair])
        ghost.set(Math.floor(pair / view.grades.bandCount), districts[districtOfSite[site]]?.hue.ink ?? null);
    });
    map.show("painted", { outlines: view.outlines, colours: ghost });
    return () => map.clear("painted");
  }, [map, view, offer]);
}
