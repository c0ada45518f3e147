import type { ReactNode } from "react";
import { pressTool } from "../../draw/press-tool.ts";
import { takeToolKeys } from "../keys.ts";
import { saidIn } from "../../../src/index.ts";
import { lampKey } from "../../draw/lamp-answers.ts";
import { overflowOf, pupilsWithoutSchool } from "../../draw/drawn.ts";
import { missingWords } from "../../draw/problems.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal, hindranceHere } from "../../state/chosen.ts";
import { caseView } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useSelect } from "../../state/store.ts";
import { RoomStrip } from "../room/RoomStrip.tsx";
import { AskButton, LazyCertificate } from "../ask/AskButton.tsx";
import { LazyLamp } from "../wishes/lazy.tsx";
import { Assumptions } from "../assumptions/Assumptions.tsx";
import { PastHits } from "../costs/PastHits.tsx";
import { Changes } from "./Changes.tsx";
import { Districts } from "./Districts.tsx";
import { Finish } from "./Finish.tsx";
import { Locks } from "./Locks.tsx";
import { KeepAndShare } from "./KeepAndShare.tsx";
import { NameField } from "./NameField.tsx";
import { bringIntoSight } from "../bring-into-sight.ts";
import { Problems, useProblems } from "./Problems.tsx";
import { Reason } from "./Reason.tsx";
import { Schools } from "./Schools.tsx";
import { Tools } from "./Tools.tsx";
import { useToolsDown, WhileDrawn } from "./WhileDrawn.tsx";
import { useLookBack } from "./use-past.ts";
import { WhatChanged } from "./WhatChanged.tsx";

takeToolKeys(pressTool);

/** A plan of one's own: how far it is, what to draw with, what is wrong with it, what was changed. */
export function DrawPanel(): ReactNode {
  const { say } = useVoice();
  const proposal = useSelect(chosenProposal);
  const isPast = useSelect(({ past }) => past !== undefined);
  const isInRoom = useSelect(({ room }) => room !== undefined);
  useToolsDown();
  return (
    <div className="draw-panel on-paper">
      <h2 className="sr-only">{say("draw.label")}</h2>
      <div className="draw-top">{proposal && !isPast && <Jump />}</div>
      {proposal ? (
        <>
          {isPast ? (
            <PastNotice />
          ) : (
            <WhileDrawn>
              <Name />
            </WhileDrawn>
          )}
          {isInRoom && <RoomStrip />}
          {!isPast && <Drawn />}
          {!isInRoom && <RoomStrip />}
          <PastHits />
          <div className="draw-folded">
            <Changes />
            {!isPast && <Folded />}
          </div>
        </>
      ) : (
        <p className="notice" role="status">
          {say("page.loading")}
        </p>
      )}
    </div>
  );
}

/** How far it is, what to draw with, in sight without a scroll, and what else is done to it. */
function Drawn(): ReactNode {
  const hindrance = useSelect(hindranceHere);
  return (
    <>
      <div className="draw-state">
        {!hindrance && <LazyLamp />}
        <Status />
      </div>
      <WhileDrawn>{hindrance !== "proposal.frozen" && <Tools />}</WhileDrawn>
      <AskButton />
      <LazyCertificate />
      <WhileDrawn>
        <Schools />
        <Why />
      </WhileDrawn>
    </>
  );
}

const Folded = (): ReactNode => (
  <>
    <WhileDrawn>
      <Districts />
      <Locks />
      <Assumptions />
    </WhileDrawn>
    <WhatChanged />
    <KeepAndShare />
  </>
);

/** What is shown instead of how far the proposal is; the way back is here too, for the map may be out of sight. */
function PastNotice(): ReactNode {
  const { say } = useVoice();
  const lookBack = useLookBack();
  return (
    <div className="notice past-notice">
      <p role="status">{say("past.notice")}</p>
      <button type="button" className="link-button" onClick={() => lookBack(undefined)}>
        {say("past.now")}
      </button>
    </div>
  );
}

function unfold(id: string): void {
  const part = document.getElementById(id);
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  part.querySelector("summary")?.focus();
  bringIntoSight(() => part);
}

/** The ways down to what stands under the long list of schools. */
function Jump(): ReactNode {
  const { say } = useVoice();
  return (
    <>
      <button type="button" className="link-button" onClick={() => unfold("draw-changes")}>
        {say("changes.title")}
      </button>
      <button type="button" className="link-button" onClick={() => unfold("draw-keep")}>
        {say("file.title")}
      </button>
    </>
  );
}

/** The proposal's name, changed where it stands. */
function Name(): ReactNode {
  const { say, language, read } = useVoice();
  const proposal = useSelect(chosenProposal);
  const studio = useStudio();
  if (!proposal) return null;
  const { id, draft, startTitle } = proposal;
  return (
    <div className="draw-name" key={id}>
      <NameField
        of={{ proposal: id, field: "title" }}
        name={saidIn(draft.plan.title, language)}
        label={say("draw.name")}
        isLocked={false}
        onKeep={(wished) => studio.rename(wished)}
      />
      <p className="field-help">{say("draw.from", { plan: read(startTitle) })}</p>
    </div>
  );
}

function Why(): ReactNode {
  const proposal = useSelect(chosenProposal);
  return proposal && <Reason key={proposal.id} proposal={proposal} />;
}

/** Whether every pupil has a school in it, always the first thing said. */
function Status(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const view = useSelect(caseView);
  const effects = useSelect(chosenEffects);
  const told = useProblems();
  const proposal = useSelect(chosenProposal);
  const draft = proposal?.draft;
  const isUntouched = proposal?.history.head === undefined;
  const lamp = useSelect(({ lamps }) => (proposal ? lamps.get(lampKey(proposal)) : undefined));
  const isAsked = useSelect(({ asked }) => asked?.finish !== undefined);
  // What cannot be finished as it is locked is said by the lamp, with what to let go of.
  const isStuck = lamp?.status === "no" && !isAsked;
  const mayDraw = useSelect((state) => hindranceHere(state) === undefined);
  if (!view || !draft) return null;
  const made = told?.made.length;
  const missing = pupilsWithoutSchool(draft, view.units.unitBand);
  // Without any open school there is nothing to finish with; the schools' own "open" is the way out.
  const hasSchools = draft.plan.teaching.some((taught) => taught !== 0);
  const isApart = (effects?.apart.length ?? 0) > 0;
  const isTooFull = overflowOf(draft, view.units.unitBand, draft.plan.assignment) > 0;
  const words = (): string => {
    if (missing > 0) return missingWords(voice, missing);
    // What is wrong with it untouched is nothing that anybody here has made.
    if (isUntouched) return say("draw.unchanged");
    // Until its figures are there, nobody knows whether anything is wrong with it.
    if (made === undefined) return say("draw.measuring");
    return made === 0 ? say("draw.finished") : say("draw.problems", counted(voice, made));
  };
  return (
    <div className={missing + (made ?? 0) === 0 ? "draw-status" : "draw-status draw-unfinished"}>
      <p role="status">{words()}</p>
      {told && <Problems {...told} />}
      {mayDraw && hasSchools && (missing > 0 || isTooFull || isApart) && !isStuck && <Finish missing={missing} />}
    </div>
  );
}
