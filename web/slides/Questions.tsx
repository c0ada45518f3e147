import "./questions.css";
import { type ReactNode, useState } from "react";
import { Dialog } from "../panels/Dialog.tsx";
import { QuestionAnswer } from "./QuestionAnswer.tsx";
import { askable, type Question } from "./slide-list.ts";
import { useSlidesVoice } from "./slides-voice.ts";
import { useDeck } from "./use-deck.ts";

/** What a council asks, each a press away. */
export function Questions(): ReactNode {
  const { say } = useSlidesVoice();
  return (
    <Dialog name="questions" title={say("questions.open")}>
      <Asked />
    </Dialog>
  );
}

function Asked(): ReactNode {
  const { tell } = useSlidesVoice();
  const { deck, isBehind, renew } = useDeck();
  const [question, setQuestion] = useState<Question>("bus");
  // Nothing is held still here: where the plans are others, so are the answers.
  if (isBehind) renew();
  if (!deck) return <p role="status">{tell("question.waiting")}</p>;
  const past = deck.view.canBeTried ? "known" : "unknown";
  return (
    <div className="questions">
      <div className="questions-list" role="group">
        {askable(deck.plans.length, past).map((each) => (
          <button
            key={each}
            type="button"
            className="button button-secondary small-button"
            aria-pressed={each === question}
            onClick={() => setQuestion(each)}
          >
            {tell(`question.${each}`)}
          </button>
        ))}
      </div>
      <section aria-label={tell(`question.${question}`)} aria-live="polite">
        <QuestionAnswer question={question} deck={deck} />
      </section>
    </div>
  );
}
