import type { ReactNode } from "react";
import { type Language, localeOf } from "../../../src/index.ts";
import { type AskForm, linesOf, LOCKS_LINE, PIECE_LINE, rowsOf, SITES_LINE, withoutLine } from "../../ask/form.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import type { CollidingRule, Collision } from "../../worker/messages.ts";
import { goalsText, useAskVoice } from "./ask-voice.ts";
import { lineText } from "./RuleLines.tsx";
import { useSession } from "./session-context.ts";

interface Props {
  readonly collision: Collision;
  readonly of: AskedOf;
  readonly onAsk: (form: AskForm) => void;
}

/** Which rules collide, and what letting go of each would give: each a button that asks again without it. */
export function Impossible({ collision: { rules, details }, of, onAsk }: Props): ReactNode {
  const { ask, read } = useAskVoice();
  const { asked } = useSession();
  return (
    <section className="ask-impossible" role="alert">
      <h3 tabIndex={-1} data-arrival="">
        {ask("impossible.title")}
      </h3>
      <p>{ask(rules.length === 1 ? "impossible.one" : "impossible.text")}</p>
      <ul>
        {rules.map((rule) => (
          <Colliding key={rule.line ?? rule.words.da} rule={rule} of={of} form={asked?.form} onAsk={onAsk} />
        ))}
      </ul>
      {details.map((detail) => (
        <p key={detail.da} className="field-help">
          {read(detail)}
        </p>
      ))}
    </section>
  );
}

const startingLarge = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(localeOf(language)) + text.slice(1);

interface CollidingProps extends Omit<Props, "collision"> {
  readonly rule: CollidingRule;
  readonly form: AskForm | undefined;
}

function Colliding({ rule: { line, words, without }, of, form, onAsk }: CollidingProps): ReactNode {
  const voice = useAskVoice();
  const { ask, read } = voice;
  const own = form && linesOf(form).find(({ id }) => id === line);
  const name = own && form ? lineText(voice, rowsOf(form.kind)[own.row], own, of.names) : undefined;
  const title =
    line === LOCKS_LINE
      ? ask("impossible.locks")
      : line === SITES_LINE
        ? ask("redraw.sites")
        : line === PIECE_LINE
          ? ask("merge.piece")
          : (name ?? startingLarge(read(words), voice.language));
  const again = (): void => {
    if (form && line !== undefined) onAsk(withoutLine(form, line));
  };
  return (
    <li>
      <strong>{title}</strong>
      {without && (
        <p className="field-help">
          {"goals" in without
            ? without.goals.length === 0
              ? ask("impossible.answer")
              : ask("impossible.gives", { goals: goalsText(voice, without.goals) })
            : without.status === "infeasible" && ask("impossible.still")}
        </p>
      )}
      {line !== undefined && (
        <button
          type="button"
          className="button button-secondary small-button"
          aria-label={ask("impossible.withoutIt", { rule: title })}
          onClick={again}
        >
          {ask("impossible.without")}
        </button>
      )}
    </li>
  );
}
