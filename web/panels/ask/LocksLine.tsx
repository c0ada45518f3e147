import type { ReactNode } from "react";
import type { AskForm } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { useAskVoice } from "./ask-voice.ts";
import { session } from "./session-context.ts";

interface Props {
  readonly form: AskForm;
  readonly of: AskedOf;
}

/** What is locked on the map: kept or let go of, and what it is kept by. */
export function LocksLine({ form, of: { context } }: Props): ReactNode {
  const { ask } = useAskVoice();
  const { kind } = form;
  const { locked, heldSites } = context;
  if (locked.size === 0 && heldSites.length === 0) return null;
  return (
    <label className="ask-kind">
      <input
        type="checkbox"
        checked={form.locks === "kept"}
        onChange={({ target }) => session.write({ locks: target.checked ? "kept" : "free" })}
      />
      <span>
        {ask("rules.locks")}
        {form.locks === "kept" && (
          <span className="field-help">
            {[
              kind === "network" && ask("rules.locks.network"),
              kind === "redraw" && ask("rules.locks.redraw"),
              kind === "consolidate" && ask("rules.locks.consolidate"),
              kind !== "redraw" && kind !== "consolidate" && heldSites.length > 0 && ask("rules.locks.places"),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>
        )}
      </span>
    </label>
  );
}
