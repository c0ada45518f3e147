import type { ReactNode } from "react";
import type { AskForm } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { unitsOf } from "../../draw/drawn.ts";
import { counted } from "../../i18n/say.ts";
import { useAskVoice } from "./ask-voice.ts";
import { session } from "./session-context.ts";

interface Props {
  readonly form: AskForm;
  readonly of: AskedOf;
}

/** What is locked on the map: kept or let go of where the question can keep it, else named. */
export function LocksLine({ form, of: { context, names } }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const { kind } = form;
  const { locked, heldSites } = context;
  if (locked.size === 0 && heldSites.length === 0) return null;
  if (kind === "consolidate")
    return (
      <p className="field-help">
        {ask("rules.locks.consolidate", {
          ...counted(voice, unitsOf([...locked])),
          schools: heldSites.length === 0 ? "none" : "some",
          names: voice.list(heldSites.map((site) => names.sites[site])),
        })}
      </p>
    );
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
              kind !== "redraw" && heldSites.length > 0 && ask("rules.locks.places"),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>
        )}
      </span>
    </label>
  );
}
