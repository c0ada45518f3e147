import { type ReactNode, useSyncExternalStore } from "react";
import { ASK_KINDS, type AskForm, SETTINGS } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { estimateOf } from "../../ask/estimate.ts";
import { counted } from "../../i18n/say.ts";
import { useScreenWidth } from "../screen-width.ts";
import { useAskVoice } from "./ask-voice.ts";
import { Against, Goals } from "./Goals.tsx";
import { Consolidate, Network, Redraw, Seats } from "./KindFields.tsx";
import { NumberRow } from "./NumberField.tsx";
import { ASK_FORM, isNumberRefused } from "./refused-number.ts";
import { RuleLines } from "./RuleLines.tsx";
import { session, shelf, useSession } from "./session-context.ts";

interface Props {
  readonly of: AskedOf;
  readonly onAsk: (form: AskForm) => void;
}

/** The question, to fill in; its button stands at its end where there is one column. */
export function Form({ of, onAsk }: Props): ReactNode {
  const { ask } = useAskVoice();
  const { form } = useSession();
  const width = useScreenWidth();
  return (
    <form
      id={ASK_FORM}
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNumberRefused()) onAsk(form);
      }}
    >
      <Kinds form={form} />
      {(form.kind === "reassign" || form.kind === "prices") && <Goals goals={form.goals} />}
      {form.kind === "front" && <Against against={form.against} />}
      {form.kind === "consolidate" && <Consolidate form={form} of={of} />}
      {form.kind === "redraw" && <Redraw form={form} />}
      {form.kind === "network" && <Network form={form} />}
      <RuleLines form={form} of={of} />
      {form.kind === "redraw" && <Seats form={form} />}
      <NumberRow
        label={ask("ask.seconds")}
        value={form.seconds}
        {...SETTINGS.seconds}
        onFill={(seconds) => session.write({ seconds })}
      />
      <Size form={form} of={of} />
      {width === "narrow" && <AskIt />}
    </form>
  );
}

/** Sends the question, from wherever on the page it stands. */
export function AskIt(): ReactNode {
  const { ask } = useAskVoice();
  return (
    <button type="submit" form={ASK_FORM} className="button button-primary small-button ask-do">
      {ask("ask.do")}
    </button>
  );
}

/** How long it may take: a time where anything is known of it, else only when it ends. */
function Size({ form, of: { size } }: { readonly form: AskForm; readonly of: AskedOf }): ReactNode {
  const voice = useAskVoice();
  const { ask, number } = voice;
  const { answers } = useSyncExternalStore(shelf.subscribe, shelf.now);
  const guess = estimateOf(form, size.areas * size.schools, answers);
  const seconds = guess.from === "unknown" ? form.seconds : guess.seconds;
  return (
    <p className="field-help">
      {ask("size.of", { areas: number(size.areas), schools: number(size.schools) })}{" "}
      {ask(`size.${guess.from}`, {
        ...counted(voice, seconds),
        limit: seconds < form.seconds ? "later" : "same",
        most: number(form.seconds),
      })}
    </p>
  );
}

function Kinds({ form }: { readonly form: AskForm }): ReactNode {
  const { ask } = useAskVoice();
  return (
    <fieldset className="ask-kinds">
      <legend>{ask("ask.kind")}</legend>
      {ASK_KINDS.map((kind) => (
        <label key={kind} className="ask-kind">
          <input type="radio" name="ask-kind" checked={form.kind === kind} onChange={() => session.write({ kind })} />
          <span>
            {ask(`kind.${kind}`)}
            {form.kind === kind && <span className="field-help">{ask(`kind.${kind}.does`)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
