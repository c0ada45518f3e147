import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import { noteOf } from "../../proposals/studio-words.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { isHistoryComing } from "../../state/history-here.ts";
import { useSelect } from "../../state/store.ts";
import { useTold } from "../use-told.ts";
import { paceOf } from "./playing.ts";
import { useLookBack, usePastStep } from "./use-past.ts";
import { ONCE } from "../once.ts";

/** Below the map, in place of what is said of drawing: the steps of the proposal, one of which is looked at. */
export function LookBack(): ReactNode {
  const { say, read, number: written } = useVoice();
  const studio = useStudio();
  const lookBack = useLookBack();
  const told = useTold();
  const step = usePastStep();
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    slider.current?.focus({ preventScroll: true });
    return () => void requestAnimationFrame(goOnHere);
  }, []);
  if (!step) return null;
  const { number, of, edit, id } = step;
  const at = { step: written(number), of: written(of) };
  const what = edit ? `${told("changed", edit)} ${read(noteOf(edit))}` : say("changes.start");
  return (
    <section className="draw-line past-line" aria-label={say("past.label")}>
      <div className="past-steps">
        <Arrow words={say("past.back")} sign="◂" to={number > 0 ? number - 1 : undefined} />
        <input
          ref={slider}
          type="range"
          min={0}
          max={of}
          value={number}
          aria-label={say("past.step")}
          aria-valuetext={say("past.said", { ...at, what })}
          onChange={({ target }) => lookBack(target.valueAsNumber)}
        />
        <Arrow words={say("past.on")} sign="▸" to={number < of ? number + 1 : undefined} />
        <Play number={number} of={of} />
      </div>
      <p className="draw-says">
        <strong>{say("past.at", at)}</strong> {what}
      </p>
      <div className="past-ways">
        <button
          type="button"
          className="button button-secondary small-button"
          onClick={() => studio.branch(id)}
          {...ONCE}
        >
          {say("past.copy")}
        </button>
        <button type="button" className="button button-primary small-button" onClick={() => lookBack(undefined)}>
          {say("past.now")}
        </button>
      </div>
    </section>
  );
}

/** Whoever has come back by a key goes on where they began to look back. */
function goOnHere(): void {
  if (document.activeElement !== document.body) return;
  const ways = [...document.querySelectorAll<HTMLElement>(".past-open")];
  ways.find((way) => way.checkVisibility())?.focus();
}

interface ArrowProps {
  readonly words: string;
  readonly sign: string;
  /** None where there is no step further. */
  readonly to: number | undefined;
}

function Arrow({ words, sign, to }: ArrowProps): ReactNode {
  const lookBack = useLookBack();
  return (
    <button
      type="button"
      className="button button-secondary small-button"
      aria-label={words}
      title={words}
      disabled={to === undefined}
      onClick={() => to !== undefined && lookBack(to)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** Shows the steps one after another; whoever wants nothing on the page to move by itself has the arrows. */
function Play({ number, of }: { readonly number: number; readonly of: number }): ReactNode {
  const { say } = useVoice();
  const lookBack = useLookBack();
  const [is, setIs] = useState<"playing" | "still">("still");
  const goOn = useEffectEvent((stride: number) => {
    if (number < of) lookBack(Math.min(of, number + stride));
    else setIs("still");
  });
  const { stride, every } = paceOf(of);
  useEffect(() => {
    if (is === "still") return undefined;
    const timer = setInterval(() => goOn(stride), every);
    return () => clearInterval(timer);
  }, [is, stride, every]);
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches || of === 0) return null;
  const begin = (): void => {
    // From the end there is nothing to show but all of it.
    if (number === of) lookBack(0);
    setIs("playing");
  };
  return (
    <button
      type="button"
      className="button button-secondary small-button"
      onClick={() => (is === "playing" ? setIs("still") : begin())}
    >
      {say(is === "playing" ? "past.stop" : "past.play")}
    </button>
  );
}

/** Begins to look back, at the step that was made last; in a room whose steps are on their way, it says so. */
export function OpenPast({ words }: { readonly words: string }): ReactNode {
  const { say } = useVoice();
  const lookBack = useLookBack();
  if (useSelect(isHistoryComing)) return <span className="field-help">{say("past.coming")}</span>;
  return (
    <button type="button" className="button button-secondary small-button past-open" onClick={() => lookBack(Infinity)}>
      {words}
    </button>
  );
}
