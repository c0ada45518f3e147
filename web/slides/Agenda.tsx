import type { ReactNode } from "react";
import { shortTitle } from "../panels/plan-title.ts";
import type { Deck } from "./deck.ts";
import { PhoneCode } from "./PhoneCode.tsx";
import { QUESTIONS, type Slide } from "./slide-list.ts";
import { AGENDA } from "./slide-name.ts";
import { useSlidesVoice } from "./slides-voice.ts";

interface Props {
  readonly slides: readonly Slide[];
  readonly deck: Deck;
  readonly onGo: (slide: number) => void;
}

/** What will be shown, each a press away, and the way to the same plans on a phone. */
export function Agenda({ slides, deck, onGo }: Props): ReactNode {
  const { tell, language, number } = useSlidesVoice();
  const link = (at: number, words: string, key?: number): ReactNode => (
    <li key={at}>
      <button type="button" className="slide-link" onClick={() => onGo(at)}>
        {words}
      </button>
      {key !== undefined && <span className="slide-note"> ({tell("agenda.key", { key: number(key) })})</span>}
    </li>
  );
  return (
    <div className="slide-agenda">
      <section>
        <h2>{tell("agenda.plans")}</h2>
        <ul>
          {slides.map((slide, at) =>
            slide.kind === "plan" ? link(at, shortTitle(deck.plans[slide.plan].plan.title, language)) : null,
          )}
        </ul>
        <h2>{tell("agenda.questions")}</h2>
        <ul>
          {slides.map((slide, at) =>
            slide.kind === "question"
              ? link(at, tell(`question.${slide.question}`), QUESTIONS.indexOf(slide.question) + 1)
              : null,
          )}
        </ul>
      </section>
      <section className="slide-follow">
        <h2>{tell("agenda.follow")}</h2>
        <PhoneCode deck={deck} slide={AGENDA} />
      </section>
    </div>
  );
}
