import { type ReactNode, useState } from "react";
import { type Assumption, assumptionFacts } from "../../../src/index.ts";
import { useAssumptions } from "../../draw/use-assumptions.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { NameField } from "../draw/NameField.tsx";
import { CostForm } from "./CostForm.tsx";
import { DangerForm } from "./DangerForm.tsx";
import { HousingForm } from "./HousingForm.tsx";

/** The forms by which each kind is added. */
const FORMS = { cost: CostForm, danger: DangerForm, housing: HousingForm } as const;
const KINDS = ["cost", "danger", "housing"] as const satisfies readonly (keyof typeof FORMS)[];

/** What the proposal takes for granted itself: each named and taken away here, and more added. */
export function Assumptions(): ReactNode {
  const { say } = useVoice();
  const assumptions = useSelect((state) => chosenProposal(state)?.draft.assumptions);
  const [adding, setAdding] = useState<keyof typeof FORMS>();
  if (!assumptions) return null;
  const Form = adding && FORMS[adding];
  return (
    <details className="draw-assumptions">
      <summary>
        <h3>{assumptions.size === 0 ? say("assume.title") : say("assume.titleSome", { count: assumptions.size })}</h3>
      </summary>
      <p className="field-help">{say("assume.text")}</p>
      <ul>
        {[...assumptions].map(([id, assumption]) => (
          <Assumed key={id} id={id} assumption={assumption} />
        ))}
      </ul>
      {Form ? (
        <Form onDone={() => setAdding(undefined)} />
      ) : (
        <div className="draw-links">
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button button-secondary small-button"
              onClick={() => setAdding(kind)}
            >
              {say(`assume.addIt.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </details>
  );
}

function Assumed({ id, assumption }: { readonly id: string; readonly assumption: Assumption }): ReactNode {
  const { say, language } = useVoice();
  const { rename, remove } = useAssumptions();
  const { name, kind } = assumption;
  return (
    <li className="assumed">
      <NameField
        name={name}
        label={say("assume.nameOf", { name })}
        isLocked={false}
        onKeep={(wished) => rename(id, wished)}
      />
      <span>
        {say(`assume.kind.${kind}`)}: {assumptionFacts(assumption, language)}
        <small>{say("assume.own")}</small>
      </span>
      <button
        type="button"
        className="link-button"
        aria-label={say("assume.removeIt", { name })}
        onClick={() => remove(id)}
      >
        {say("assume.remove")}
      </button>
    </li>
  );
}
