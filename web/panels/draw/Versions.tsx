import { type ReactNode, useState } from "react";
import { counted, useVoice } from "../../i18n/say.ts";
import { type Branch, leftBehind, namedSteps } from "../../proposals/history.ts";
import { draftOf } from "../../proposals/proposal.ts";
import { noteOf } from "../../proposals/studio-words.ts";
import { draftedPlan } from "../../state/plans.ts";
import { chosenProposal, sharedProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { RowAction } from "../RowAction.tsx";
import { Thumbnail } from "../Thumbnail.tsx";
import { NameStep } from "./NameStep.tsx";
import { ONCE } from "../once.ts";

/** The proposal as it was at steps that somebody gave a name. */
export function Versions(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const proposal = useSelect(chosenProposal);
  const isShared = useSelect((state) => sharedProposal(state) !== undefined);
  const versions = proposal ? namedSteps(proposal.history) : [];
  if (!proposal || versions.length === 0) return null;
  return (
    <div className="draw-versions">
      <h4>{say("tree.versions")}</h4>
      <p className="field-help">{say("tree.versionsText")}</p>
      <ul>
        {versions.map(({ id, name }) => (
          <li key={id} aria-current={id === proposal.history.head ? "step" : undefined}>
            <Thumbnail of={draftedPlan(draftOf(proposal, id))} label={say("tree.map", { name })} />
            <div>
              <strong>{name}</strong>
              <div className="draw-links">
                {id === proposal.history.head ? (
                  <span className="draw-here">{say("tree.shown")}</span>
                ) : (
                  !isShared && (
                    <RowAction
                      words={say("tree.show")}
                      label={say("tree.showOf", { name })}
                      onPress={() => studio.goTo(id)}
                    />
                  )
                )}
                <RowAction
                  words={say("tree.branch")}
                  label={say("tree.branchOf", { name })}
                  onPress={() => studio.branch(id)}
                  once={ONCE}
                />
                {!isShared && (
                  <NameStep step={id} name={name} words={say("tree.rename")} label={say("tree.renameOf", { name })} />
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As many ways are shown at once. */
const SHOWN = 10;

/** The ways that were left, each with where it parted, how long it is and how the plan was at its end. */
export function LeftBehind(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const history = useSelect((state) => chosenProposal(state)?.history);
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const left = history ? leftBehind(history) : [];
  if (left.length === 0) return null;
  const shown = all ? left : left.slice(0, SHOWN);
  return (
    <details className="draw-left" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("tree.left", counted(voice, left.length))}</summary>
      {open && (
        <>
          <p className="field-help">{say("tree.leftText")}</p>
          <ul>
            {shown.map((branch) => (
              <Way key={branch.last.edit.id} branch={branch} />
            ))}
          </ul>
          {shown.length < left.length && (
            <button type="button" className="link-button" onClick={() => setAll(true)}>
              {say("tree.allLeft", counted(voice, left.length))}
            </button>
          )}
        </>
      )}
    </details>
  );
}

function Way({ branch: { last, from, count } }: { readonly branch: Branch }): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const studio = useStudio();
  const proposal = useSelect(chosenProposal);
  if (!proposal) return null;
  const parted = from === undefined ? undefined : proposal.history.steps.get(from);
  const what = read(noteOf(last.edit));
  return (
    <li>
      <Thumbnail of={draftedPlan(draftOf(proposal, last.edit.id))} label={say("tree.leftMap")} />
      <div>
        <p>
          {say("tree.leftFrom", {
            ...counted(voice, count),
            from: parted ? read(noteOf(parted.edit)) : say("changes.start"),
            what,
          })}
        </p>
        <RowAction
          words={say("tree.goLeft")}
          label={say("tree.goLeftTo", { what })}
          onPress={() => studio.goTo(last.edit.id)}
        />
      </div>
    </li>
  );
}
