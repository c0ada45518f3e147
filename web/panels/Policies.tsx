import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { POLICIES } from "../state/choice.ts";
import { useSelect, useStore } from "../state/store.ts";
import { Segments } from "./Segments.tsx";

/** Who goes where once districts have joined. */
export function Policies(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const policy = useSelect(({ choice }) => choice.policy);
  return (
    <div className="policies">
      <p id="policies" className="field-label">
        {say("policy.label")}
      </p>
      <Segments
        name="policy"
        of={{ id: "policies" }}
        options={POLICIES.map((value) => ({
          value,
          label: say(`policy.${value}.short`),
          title: say(`policy.${value}`),
        }))}
        chosen={policy}
        onChoose={(value) => store.dispatch({ kind: "choose", change: { policy: value } })}
      />
    </div>
  );
}
