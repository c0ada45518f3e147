import { type ReactNode, useEffect, useState } from "react";
import { type Clock, clockGoingOn, clockSet, clockStopped, clockText, NO_CLOCK, secondsLeft } from "../../src/index.ts";
import { useSlidesVoice } from "./slides-voice.ts";

const MINUTES = [2, 5, 10, 15, 20, 30, 45, 60] as const;

/** What is set: so many minutes, and since when they run. */
export interface Timing {
  readonly clock: Clock;
  readonly minutes: number;
}

export const NO_TIMING: Timing = { clock: NO_CLOCK, minutes: MINUTES[1] };

interface Props {
  readonly timing: Timing;
  readonly onTiming: (timing: Timing) => void;
}

/** Minutes that somebody sets, starts and stops; it only tells, whatever is shown stays. */
export function Timer({ timing, onTiming }: Props): ReactNode {
  const { tell, number } = useSlidesVoice();
  const { clock, minutes } = timing;
  const [now, setNow] = useState(() => Date.now());
  const isRunning = clock.until !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, [isRunning]);
  const seconds = secondsLeft(clock, now);
  const press = (): void => {
    const at = new Date().toISOString();
    setNow(Date.now());
    if (isRunning && seconds !== 0) onTiming({ minutes, clock: clockStopped(clock, at) });
    else if (clock.left !== null && clock.left > 0) onTiming({ minutes, clock: clockGoingOn(clock, at) });
    else onTiming({ minutes, clock: clockSet(minutes, at, "now") });
  };
  return (
    <div className="slide-timer">
      <span role="timer" aria-label={tell("timer.left")}>
        {seconds === undefined ? "" : seconds === 0 ? tell("timer.over") : clockText(seconds)}
      </span>
      <select
        className="slide-select"
        aria-label={tell("timer.minutes")}
        value={minutes}
        onChange={({ target }) => onTiming({ minutes: Number(target.value), clock: NO_CLOCK })}
      >
        {MINUTES.map((each) => (
          <option key={each} value={each}>
            {tell("timer.some", { text: number(each) })}
          </option>
        ))}
      </select>
      <button type="button" className="slide-button" onClick={press}>
        {tell(isRunning && seconds !== 0 ? "timer.stop" : "timer.start")}
      </button>
    </div>
  );
}
