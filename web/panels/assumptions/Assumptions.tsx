import { gradesHere } from "../../state/selectors.ts";
import { type ReactNode, useState } from "react";
import { assumptionFacts, type MeasuredAssumption, measuredWith } from "../../../src/index.ts";
import { useAssumptions } from "../../draw/use-assumptions.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { NameField } from "../draw/NameField.tsx";
import { RowAction } from "../RowAction.tsx";
import { AssumptionForm } from "./AssumptionForm.tsx";

const KINDS = ["cost", "danger", "housing"] as const satisfies readonly MeasuredAssumption["kind"][];

/** What the proposal takes for granted itself: each named, changed and taken away here, and more added. */
export function Assumptions(): ReactNode {
  const { say } = useVoice();
  const proposal = useSelect(chosenProposal);
  /** The kind of which one is added, or the id of the one that is changed: one form at a time. */
  const [doing, setDoing] = useState<{ readonly add: MeasuredAssumption["kind"] } | { readonly change: string }>();
  if (!proposal) return null;
  const assumptions = measuredWith(proposal.draft.assumptions);
  const changed = doing && "change" in doing ? doing.change : undefined;
  const onDone = (): void => setDoing(undefined);
  return (
    <details className="draw-assumptions">
      <summary>
        <h3>{assumptions.size === 0 ? say("assume.title") : say("assume.titleSome", { count: assumptions.size })}</h3>
      </summary>
      <p className="field-help">{say("assume.text")}</p>
      <ul>
        {[...assumptions].map(([id, assumption]) => (
          <Assumed
            key={`${proposal.id} ${id}`}
            proposal={proposal.id}
            id={id}
            assumption={assumption}
            onChange={() => setDoing({ change: id })}
          >
            {changed === id && <AssumptionForm key={id} of={{ id, was: assumption }} onDone={onDone} />}
          </Assumed>
        ))}
      </ul>
      {doing && "add" in doing ? (
        <AssumptionForm key={doing.add} of={doing.add} onDone={onDone} />
      ) : (
        <div className="draw-links">
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button button-secondary small-button"
              onClick={() => setDoing({ add: kind })}
            >
              {say(`assume.addIt.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </details>
  );
}

interface AssumedProps {
  readonly proposal: string;
  readonly id: string;
  readonly assumption: MeasuredAssumption;
  readonly onChange: () => void;
  /** The form in which it is changed, while it is. */
  readonly children: ReactNode;
}

function Assumed({ proposal, id, assumption, onChange, children }: AssumedProps): ReactNode {
  const { say, language, currency } = useVoice();
  const grades = useSelect(gradesHere);
  const { rename, remove } = useAssumptions();
  const { name, kind } = assumption;
  return (
    <li className="assumed">
      <NameField
        of={{ proposal, field: `assumption ${id}` }}
        name={name}
        label={say("assume.nameOf", { name })}
        isLocked={false}
        onKeep={(wished) => rename(id, wished)}
      />
      <span>
        {say(`assume.kind.${kind}`)}: {assumptionFacts(grades, assumption, currency, language)}
        <small>{say("assume.own")}</small>
      </span>
      <RowAction words={say("assume.change")} label={say("assume.changeIt", { name })} onPress={onChange} />{" "}
      <RowAction words={say("assume.remove")} label={say("assume.removeIt", { name })} onPress={() => remove(id)} />
      {children}
    </li>
  );
}
