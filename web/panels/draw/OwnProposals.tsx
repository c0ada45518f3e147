import type { ReactNode } from "react";
import { saidIn } from "../../../src/index.ts";
import { pupilsWithoutSchool } from "../../draw/drawn.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { carriedId } from "../../proposals/other-data.ts";
import { lastChanged, type OnOtherData, type Proposal } from "../../proposals/proposal.ts";
import { draftedPlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { PinAction } from "../PinButton.tsx";
import { RowAction } from "../RowAction.tsx";
import { Thumbnail } from "../Thumbnail.tsx";
import { atTime } from "./at-time.ts";
import { NameInPlace } from "./NameInPlace.tsx";
import { ONCE } from "../once.ts";

/** More of them are folded away at first, so that the plans stay in sight. */
const OPEN_UP_TO = 2;

/** Everything that was drawn here, the last changed first. */
export function OwnProposals(): ReactNode {
  const voice = useVoice();
  const proposals = useSelect((state) => state.proposals);
  const elsewhere = useNotCarriedOver();
  if (!proposals || proposals.size + elsewhere.length === 0) return null;
  const latest = [...proposals.values()].toSorted((a, b) => lastChanged(b).localeCompare(lastChanged(a)));
  return (
    <details className="own-proposals" open={latest.length + elsewhere.length <= OPEN_UP_TO}>
      <summary>{voice.say("own.title", counted(voice, latest.length + elsewhere.length))}</summary>
      <ul>
        {latest.map((proposal) => (
          <OwnRow key={proposal.id} proposal={proposal} />
        ))}
        {elsewhere.map((proposal) => (
          <OtherDataRow key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </details>
  );
}

/** Proposals on other data of the case that have not become one on these, the last changed first. */
function useNotCarriedOver(): readonly OnOtherData[] {
  const view = useSelect(caseView);
  const [proposals, removed, onOtherData] = [
    useSelect((state) => state.proposals),
    useSelect((state) => state.removed),
    useSelect((state) => state.onOtherData),
  ];
  if (!view) return [];
  const isHere = (id: string): boolean => (proposals?.has(id) ?? false) || removed.some((each) => each.id === id);
  return onOtherData
    .filter(({ id }) => !isHere(carriedId(id, view.dataHash)))
    .toSorted((a, b) => b.changed.localeCompare(a.changed));
}

function OtherDataRow({ proposal: { id, title, changed } }: { readonly proposal: OnOtherData }): ReactNode {
  const { say, read, language } = useVoice();
  const studio = useStudio();
  const name = read(title);
  return (
    <li>
      <div>
        <button
          type="button"
          className="link-button own-name"
          aria-label={say("draw.open", { name })}
          onClick={() => void studio.carryOver(id)}
        >
          {name}
        </button>
        <p>
          {say("own.otherData")} {say("own.changed", { when: atTime(changed, language) })}
        </p>
      </div>
    </li>
  );
}

function OwnRow({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { say, read, language } = useVoice();
  const studio = useStudio();
  const view = useSelect(caseView);
  const { id, draft } = proposal;
  const isRooms = useSelect(({ room }) => room?.proposals.some((shared) => shared.id === id));
  if (!view) return null;
  const called = read(draft.plan.title);
  // What a room began from is here too, and may be called the same.
  const name = isRooms ? say("own.inRoom", { name: called }) : called;
  const isFinished = pupilsWithoutSchool(draft, view.units.unitBand) === 0;
  return (
    <li>
      <Thumbnail of={draftedPlan(draft)} label={say("tree.map", { name })} />
      <div>
        <button
          type="button"
          className="link-button own-name"
          aria-label={say("draw.open", { name })}
          onClick={() => studio.choose(id)}
        >
          {name}
        </button>
        <p>
          {say(isFinished ? "own.finished" : "own.unfinished")}{" "}
          {say("own.changed", { when: atTime(lastChanged(proposal), language) })}
        </p>
        <div className="draw-links">
          <NameInPlace
            name={saidIn(draft.plan.title, language)}
            words={say("own.rename")}
            label={say("own.renameIt", { name })}
            field={say("draw.name")}
            without="refused"
            onName={(title) => studio.rename(title, id)}
          />
          <PinAction plan={{ ref: { from: "own", id } }} name={name} />
          <RowAction
            words={say("file.copy")}
            label={say("own.copyIt", { name })}
            onPress={() => studio.duplicate(id)}
            once={ONCE}
          />
          <RowAction
            words={say("own.delete")}
            label={say("own.deleteIt", { name })}
            onPress={() => studio.remove(id)}
          />
        </div>
      </div>
    </li>
  );
}
