import { type ReactNode, useId } from "react";
import { paperAlternatives } from "../../state/paper-alternatives.ts";
import type { PagePlan } from "../../state/plans.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { usePlanTitle } from "../plan-title.ts";
import { useHandOutVoice } from "./hand-out-voice.ts";

interface DissentsProps {
  /** Keys of the plans that members who are against point to instead. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which of the plans beside the one in view are members' dissenting opinions: their figures stand there in the paper, in the same form. */
export function Dissents({ chosen, onChoose }: DissentsProps): ReactNode {
  const { tell } = useHandOutVoice();
  const store = useStore();
  const isAny =
    useSelect((state) =>
      paperAlternatives(state)
        .map(({ key }) => key)
        .join("\n"),
    ) !== "";
  if (!isAny) return <p className="field-help">{tell("handOut.dissentNone")}</p>;
  const turn = (key: string): void =>
    onChoose(new Set(chosen.has(key) ? [...chosen].filter((each) => each !== key) : [...chosen, key]));
  return (
    <fieldset className="hand-out-dissents">
      <legend>{tell("handOut.dissent")}</legend>
      {paperAlternatives(store.state()).map((plan) => (
        <Dissent
          key={plan.key}
          plan={plan}
          is={chosen.has(plan.key) ? "chosen" : "not"}
          onTurn={() => turn(plan.key)}
        />
      ))}
    </fieldset>
  );
}

interface DissentProps {
  readonly plan: PagePlan;
  readonly is: "chosen" | "not";
  readonly onTurn: () => void;
}

function Dissent({ plan, is, onTurn }: DissentProps): ReactNode {
  const id = useId();
  const title = usePlanTitle(plan.ref);
  return (
    <div className="check">
      <input id={id} type="checkbox" className="form-checkbox" checked={is === "chosen"} onChange={onTurn} />
      <label htmlFor={id}>{title}</label>
    </div>
  );
}
