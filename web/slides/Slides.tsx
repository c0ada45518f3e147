import "./slides.css";
import {
  type Dispatch,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { localeOf } from "../../src/index.ts";
import { useRooms } from "../panels/room/rooms-context.ts";
import { useSelect, useStore } from "../state/store.ts";
import { type Deck, deckRows, measureSlides } from "./deck.ts";
import { askable, restByKey, type Slide, slideByKey, slideName, slideNamed, slidesOf } from "./slide-list.ts";
import { toldSlide } from "./told-slide.ts";
import { PhoneCode } from "./PhoneCode.tsx";
import { SlideBody, slideTitle } from "./SlideBody.tsx";
import { AGENDA } from "./slide-name.ts";
import { useSlidesVoice } from "./slides-voice.ts";
import { NO_TIMING, Timer, type Timing } from "./Timer.tsx";
import { useDeck } from "./use-deck.ts";

type Look = "light" | "dark";

const firstLook = (): Look => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** What a meeting was at, kept while the page is: who leaves by a slip of the finger goes on where they were. */
interface Kept {
  readonly look: Look;
  readonly timing: Timing;
}

/** What is shown at a meeting. */
export function Slides(): ReactNode {
  const isOpen = useSelect(({ dialog }) => dialog === "slides");
  const [kept, setKept] = useState<Kept>(() => ({ look: firstLook(), timing: NO_TIMING }));
  return isOpen && <Screen kept={kept} onKept={setKept} />;
}

interface ScreenProps {
  readonly kept: Kept;
  readonly onKept: Dispatch<SetStateAction<Kept>>;
}

/** Over the whole screen: one thing at a time, and nothing moves by itself. */
function Screen({ kept, onKept }: ScreenProps): ReactNode {
  const { tell } = useSlidesVoice();
  const store = useStore();
  const element = useRef<HTMLDialogElement>(null);
  const { deck, isBehind, renew } = useDeck();
  useFullScreen(element);
  const rooms = useRooms();
  const leave = (): void => {
    // Closed by whoever leads it is closed already.
    if (store.state().dialog !== "slides") return;
    rooms.goOwnWay();
    store.dispatch({ kind: "dialog", dialog: undefined });
  };
  useEffect(() => rooms.present, [rooms]);
  // A button that is clicked keeps no keys: the next one turns the slide.
  const letGo = ({ detail, target }: MouseEvent): void => {
    if (detail > 0 && target instanceof Element && target.closest("button")) element.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      className="slides"
      data-look={kept.look}
      aria-label={tell("slides.label")}
      tabIndex={-1}
      onClick={letGo}
      onClose={leave}
    >
      {deck ? (
        <Shown deck={deck} kept={kept} onKept={onKept} onLeave={leave} onRenew={isBehind ? renew : undefined} />
      ) : (
        <p className="slide-waiting" role="status">
          {tell("slides.waiting")}{" "}
          <button type="button" className="slide-button" onClick={leave}>
            {tell("slides.leave")}
          </button>
        </p>
      )}
    </dialog>
  );
}

/** Over the page at once, and over the whole screen where the browser lets it; who leaves the whole screen leaves the slides. */
function useFullScreen(element: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return undefined;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    // Else the first thing that takes a key would have it, such as the timer's choice, and keep the numbers and arrows.
    dialog.focus();
    const left = (): void => {
      if (!document.fullscreenElement) dialog.close();
    };
    const enter = async (): Promise<void> => {
      try {
        await dialog.requestFullscreen();
        document.addEventListener("fullscreenchange", left);
      } catch {
        // Over the window alone, then.
      }
    };
    void enter();
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement) void document.exitFullscreen();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [element]);
}

interface ShownProps {
  readonly deck: Deck;
  readonly kept: Kept;
  readonly onKept: ScreenProps["onKept"];
  readonly onLeave: () => void;
  /** Absent while the figures are of the plans as they are. */
  readonly onRenew: (() => void) | undefined;
}

function Shown({ deck, kept, onKept, onLeave, onRenew }: ShownProps): ReactNode {
  const voice = useSlidesVoice();
  const { tell, number } = voice;
  const rows = useMemo(() => deckRows(deck, voice), [deck, voice]);
  const slides = useMemo(
    () =>
      slidesOf({
        plans: deck.plans.length,
        measures: measureSlides(rows),
        questions: askable(deck.plans.length, deck.view.canBeTried ? "known" : "unknown"),
      }),
    [deck, rows],
  );
  const { at, goTo } = useSlide(slides, deck);
  const body = useRef<HTMLElement>(null);
  useSlideKeys(slides, body, goTo);
  const slide = slides[at];
  const title = slideTitle(voice, slide, deck, rows);
  const other = kept.look === "dark" ? "light" : "dark";
  return (
    <>
      <header className="slide-head">
        <h1 aria-live="polite">{title}</h1>
        <Timer timing={kept.timing} onTiming={(timing) => onKept((now) => ({ ...now, timing }))} />
        <button type="button" className="slide-button" onClick={() => onKept((now) => ({ ...now, look: other }))}>
          {tell(`slides.look.${other}`)}
        </button>
        <button type="button" className="slide-button" onClick={onLeave}>
          {tell("slides.leave")}
        </button>
      </header>
      <main ref={body} className="slide-body">
        <SlideBody key={at} slide={slide} slides={slides} deck={deck} rows={rows} onGo={(next) => goTo(() => next)} />
      </main>
      <footer className="slide-foot">
        <nav>
          <button type="button" className="slide-button" disabled={at === 0} onClick={() => goTo(() => at - 1)}>
            {tell("slides.before")}
          </button>
          <span>{tell("slides.at", { at: number(at + 1), of: number(slides.length) })}</span>
          <button
            type="button"
            className="slide-button"
            disabled={at === slides.length - 1}
            onClick={() => goTo(() => at + 1)}
          >
            {tell("slides.next")}
          </button>
          <select
            className="slide-select"
            aria-label={tell("slides.goTo")}
            value={at}
            onChange={({ target }) => goTo(() => Number(target.value))}
          >
            {slides.map((each, i) => {
              const name = slideTitle(voice, each, deck, rows);
              // A slide has no name but its place and what is over it.
              return (
                <option key={`${String(i)} ${name}`} value={i}>
                  {number(i + 1)}. {name}
                </option>
              );
            })}
          </select>
          {slide.kind !== "agenda" && (
            <details className="slide-code" key={at}>
              <summary className="slide-button">{tell("slides.phone")}</summary>
              <div>
                <PhoneCode deck={deck} slide={slideName(slide)} />
              </div>
            </details>
          )}
          {onRenew && (
            <button type="button" className="slide-button" onClick={onRenew}>
              {tell("slides.refreeze")}
            </button>
          )}
        </nav>
        <Standing deck={deck} />
      </footer>
    </>
  );
}

interface Turned {
  readonly at: number;
  readonly goTo: (next: (at: number) => number) => void;
}

/** The slide that is shown, by its place among these; whoever turns it by hand goes one's own way where somebody else turns them for all. */
function useSlide(slides: readonly Slide[], { plans }: Pick<Deck, "plans">): Turned {
  const store = useStore();
  const rooms = useRooms();
  const name = useSelect((state) => state.slide?.at) ?? AGENDA;
  // Turned and told in one, so that nobody who follows is shown a moment without slides.
  const turn = useCallback(
    (to: string): void => {
      const { room } = store.state();
      store.dispatch({ kind: "slide", slide: { at: to, ...(room && { told: toldSlide(room, to, plans) }) } });
    },
    [store, plans],
  );
  useEffect(() => {
    if (!store.state().room) return;
    turn(name);
    rooms.present();
  }, [store, rooms, name, turn]);
  const goTo = useCallback(
    (next: (at: number) => number): void => {
      rooms.goOwnWay();
      const now = slideNamed(store.state().slide?.at ?? AGENDA, slides);
      turn(slideName(slides[next(now)]));
    },
    [store, rooms, slides, turn],
  );
  return { at: slideNamed(name, slides), goTo };
}

/** Which figures these are and where all comes from; for the record, in small print. */
function Standing({ deck: { view, at } }: { readonly deck: Deck }): ReactNode {
  const { say, tell, read, language } = useSlidesVoice();
  const date = at.toLocaleDateString(localeOf(language), { day: "numeric", month: "long", year: "numeric" });
  const time = at.toLocaleTimeString(localeOf(language), { hour: "2-digit", minute: "2-digit" });
  return (
    <p className="slide-small">
      {tell("slides.frozen", { date, time, hash: view.dataHash.slice(0, HASH_SHOWN) })}{" "}
      {view.notice && `${read(view.notice)} `}
      {say("map.attribution")}
    </p>
  );
}

/** So many letters tell the case's versions apart, and are read aloud. */
const HASH_SHOWN = 8;

/**
 * Arrows, a remote's keys, Home and End, and the number of a question; where somebody chooses or types they do what they do there. A slide
 * that is longer than the screen is read to its end before the next.
 */
function useSlideKeys(slides: readonly Slide[], body: RefObject<HTMLElement | null>, onGo: Turned["goTo"]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest("select, input")) return;
      if (event.key === " " && event.target instanceof Element && event.target.closest("button")) return;
      if (slideByKey(event.key, slides, 0) === undefined) return;
      event.preventDefault();
      const shown = body.current;
      const rest = shown ? restByKey(event.key, shown) : 0;
      if (rest !== 0) shown?.scrollBy({ top: rest });
      // Two presses may come before the first is drawn.
      else onGo((at) => slideByKey(event.key, slides, at) ?? at);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [slides, body, onGo]);
}
