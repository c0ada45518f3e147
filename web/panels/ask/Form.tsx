import type { ReactNode } from "react";
import { BANDS, writtenGrades } from "../../../src/index.ts";
import { ASK_KINDS, type AskForm, seatsOf } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { useStore } from "../../state/store.ts";
import { type AskVoice, useAskVoice } from "./ask-voice.ts";
import { Against, Goals } from "./Goals.tsx";
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
      {form.kind === "redraw" && <Redraw form={form} />}
      {form.kind === "network" && <Network form={form} />}
      <RuleLines form={form} of={of} />
      {form.kind === "redraw" && <Seats form={form} />}
      {(form.kind === "redraw" || form.kind === "network") && of.context.locked.size > 0 && (
        <p className="field-help">{ask("rules.locks.none")}</p>
      )}
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
  const store = useStore();
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
      <button
        type="button"
        className="link-button"
        onClick={() => store.dispatch({ kind: "choose", change: { doing: "find", plan: undefined } })}
      >
        {ask("ask.list")}
      </button>
    </fieldset>
  );
}

function Redraw({ form }: { readonly form: AskForm }): ReactNode {
  const { ask, read } = useAskVoice();
  return (
    <>
      <label className="ask-row">
        <span>{ask("redraw.districts")}</span>
        <NumberField value={form.districts} least={1} most={40} onFill={(districts) => session.write({ districts })} />
      </label>
      <label className="ask-row">
        <span>{ask("redraw.balance")}</span>
        <select
          className="inline-select"
          value={form.balance}
          onChange={({ target }) =>
            session.write({ balance: BANDS.find(({ key }) => key === target.value)?.key ?? "pupils" })
          }
        >
          <option value="pupils">{ask("redraw.balance.all")}</option>
          {BANDS.map(({ key }) => (
            <option key={key} value={key}>
              {ask("redraw.balance.band", { band: read(writtenGrades(key)) })}
            </option>
          ))}
        </select>
      </label>
      <label className="ask-row">
        <span>{ask("redraw.tolerance")}</span>
        <NumberField value={form.tolerance} least={0} most={100} onFill={(tolerance) => session.write({ tolerance })} />
      </label>
      <label className="ask-row">
        <span>{ask("redraw.drawn")}</span>
        <select
          className="inline-select"
          value={form.redrawn}
          onChange={({ target }) =>
            session.write({ redrawn: target.value === "pupil-metres" ? "pupil-metres" : "inertia" })
          }
        >
          <option value="inertia">{ask("redraw.drawn.inertia")}</option>
          <option value="pupil-metres">{ask("redraw.drawn.pupil-metres")}</option>
        </select>
      </label>
      {/* A district that is drawn around a school holds it. */}
      {form.redrawn === "inertia" && (
        <label className="ask-kind">
          <input
            type="checkbox"
            checked={form.sites === "in-every-district"}
            onChange={({ target }) => session.write({ sites: target.checked ? "in-every-district" : "ignored" })}
          />
          <span>{ask("redraw.sites")}</span>
        </label>
      )}
    </>
  );
}

/** Every district has one middle or none has: what is lacking, or left to choose, is said before it is asked. */
function Seats({ form }: { readonly form: AskForm }): ReactNode {
  const { ask, number } = useAskVoice();
  const seats = seatsOf(form).length;
  if (seats === 0 || seats === form.districts) return null;
  return (
    <p className="field-help" role="status">
      {ask(seats < form.districts ? "redraw.seats" : "redraw.seats.more", {
        seats,
        schools: number(seats),
        districts: form.districts,
        wanted: number(form.districts),
      })}
    </p>
  );
}

function Network({ form }: { readonly form: AskForm }): ReactNode {
  const { ask } = useAskVoice();
  return (
    <>
      <label className="ask-row">
        <span>{ask("network.count")}</span>
        <NumberField value={form.networks} least={1} most={8} onFill={(networks) => session.write({ networks })} />
      </label>
      {form.networks > 1 && (
        <label className="ask-row">
          <span>{ask("network.apart")}</span>
          <NumberField value={form.apart} least={1} most={8} onFill={(apart) => session.write({ apart })} />
        </label>
      )}
      <label className="ask-row">
        <span>{ask("network.siteCost")}</span>
        <NumberField
          value={form.siteCost}
          least={0}
          most={100_000_000}
          step={100_000}
          onFill={(siteCost) => session.write({ siteCost })}
        />
      </label>
      <label className="ask-row">
        <span>{ask("network.kilometreCost")}</span>
        <NumberField
          value={form.kilometreCost}
          least={0}
          most={100_000}
          step={100}
          onFill={(kilometreCost) => session.write({ kilometreCost })}
        />
      </label>
      <p className="field-help">{ask("network.costs")}</p>
    </>
  );
}
