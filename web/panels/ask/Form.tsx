import type { ReactNode } from "react";
import { ASK_KINDS, type AskForm } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { type AskVoice, useAskVoice } from "./ask-voice.ts";
import { Against, Goals } from "./Goals.tsx";
import { Consolidate, Network, Redraw, Seats } from "./KindFields.tsx";
import { NumberField } from "./NumberField.tsx";
import { RuleLines } from "./RuleLines.tsx";
import { session, useSession } from "./session-context.ts";

interface Props {
  readonly of: AskedOf;
  readonly onAsk: (form: AskForm) => void;
}

/** The question, to fill in. */
export function Form({ of, onAsk }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const { form } = useSession();
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(form);
      }}
    >
      <Kinds form={form} />
      {(form.kind === "reassign" || form.kind === "prices") && <Goals goals={form.goals} />}
      {form.kind === "front" && <Against against={form.against} />}
      {form.kind === "consolidate" && <Consolidate form={form} />}
      {form.kind === "redraw" && <Redraw form={form} />}
      {form.kind === "network" && <Network form={form} />}
      <RuleLines form={form} of={of} />
      {form.kind === "redraw" && <Seats form={form} />}
      <label className="ask-row">
        <span>{ask("ask.seconds")}</span>
        <NumberField
          value={form.seconds}
          least={5}
          most={3600}
          step={5}
          onFill={(seconds) => session.write({ seconds })}
        />
      </label>
      <p className="field-help">{sizeText(voice, form, of)}</p>
      <button type="submit" className="button button-primary small-button ask-do">
        {ask("ask.do")}
      </button>
    </form>
  );
}

/** Up to here the usual question was measured: Holbæk's areas where somebody lives, with all its 18 schools. */
const MEASURED_PAIRS = 1867 * 18;
/** Rules with which it was measured to be answered within a minute. */
const QUICK: ReadonlySet<string> = new Set(["capacity", "longest-way"]);

/** What is known of how long it takes; of anything else only that it may take long. */
function sizeText({ ask, number }: AskVoice, form: AskForm, { size: { areas, schools } }: AskedOf): string {
  const goals = form.goals.every(({ goal, also }) => !also && (goal === "overflow" || goal === "pupil-metres"));
  const isUsual =
    form.kind === "reassign" &&
    goals &&
    form.goals.at(-1)?.goal === "pupil-metres" &&
    form.rules.every(({ row }) => QUICK.has(row)) &&
    areas * schools <= MEASURED_PAIRS;
  return ask(isUsual ? "size.usual" : "size.long", { areas: number(areas), schools: number(schools) });
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
