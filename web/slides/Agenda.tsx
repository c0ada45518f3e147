import type { ReactNode } from "react";
import { shortTitle } from "../panels/plan-title.ts";
import { QrCode } from "../panels/room/QrCode.tsx";
import { useOffer } from "../panels/room/use-offer.ts";
import { counted } from "../i18n/say.ts";
import { isOnlyHere, thisAddress } from "../room/rooms.ts";
import { ownId } from "../state/plan-ref.ts";
import { useSelect } from "../state/store.ts";
import type { Deck } from "./deck.ts";
import { phoneQuery } from "./phone-link.ts";
import { QUESTIONS, type Slide } from "./slide-list.ts";
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
      <Follow deck={deck} />
    </div>
  );
}

/** A code to the same plans; those drawn on this machine are not elsewhere, and a page of one machine is not either. */
function Follow({ deck: { plans } }: { readonly deck: Deck }): ReactNode {
  const voice = useSlidesVoice();
  const { tell } = voice;
  const [address] = useOffer()?.addresses ?? [];
  const query = useSelect(({ choice }) => phoneQuery(choice, plans));
  const own = plans.filter(({ ref }) => ownId(ref) !== undefined).length;
  const page = new URL(`${window.location.pathname}${query}`, address ?? window.location.origin).href;
  return (
    <section className="slide-follow">
      <h2>{tell("agenda.follow")}</h2>
      {isOnlyHere(address) ? (
        <p>{tell("agenda.local")}</p>
      ) : (
        <>
          <QrCode text={page} label={tell("agenda.qr")} />
          <p>{thisAddress(address)}</p>
        </>
      )}
      {own > 0 && <p>{tell("agenda.own", counted(voice, own))}</p>}
    </section>
  );
}
