import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { POLICIES } from "../state/choice.ts";
import { useSelect, useStore } from "../state/store.ts";

/** Who goes where once districts have joined. */
export function Policies(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const policy = useSelect(({ choice }) => choice.policy);
  return (
    <fieldset className="policies">
      <legend className="field-label">{say("policy.label")}</legend>
      <div className="segments">
        {POLICIES.map((value) => (
          <label key={value} className="segment" title={say(`policy.${value}`)}>
            <input
              type="radio"
              name="policy"
              value={value}
              checked={policy === value}
              onChange={() => store.dispatch({ kind: "choose", change: { policy: value } })}
            />
            <span>{say(`policy.${value}.short`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
