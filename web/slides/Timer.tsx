import { type ReactNode, useEffect, useState } from "react";
import { type Clock, clockGoingOn, clockSet, clockStopped, clockText, NO_CLOCK, secondsLeft } from "../../src/index.ts";
import { useSlidesVoice } from "./slides-voice.ts";

const MINUTES = [2, 5, 10, 15, 20, 30, 45, 60] as const;

/** Minutes that somebody sets, starts and stops; it only tells, whatever is shown stays. */
export function Timer(): ReactNode {
  const { tell, number } = useSlidesVoice();
  const [clock, setClock] = useState<Clock>(NO_CLOCK);
  const [now, setNow] = useState(() => Date.now());
  const [minutes, setMinutes] = useState<number>(MINUTES[1]);
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
    if (isRunning && seconds !== 0) setClock(clockStopped(clock, at));
    else if (clock.left !== null && clock.left > 0) setClock(clockGoingOn(clock, at));
    else setClock(clockSet(minutes, at, "now"));
  };
  const choose = (chosen: number): void => {
    setMinutes(chosen);
    setClock(NO_CLOCK);
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
        onChange={({ target }) => choose(Number(target.value))}
      >
        {MINUTES.map((each) => (
          <option key={each} value={each}>
            {number(each)} min
          </option>
        ))}
      </select>
      <button type="button" className="slide-button" onClick={press}>
        {tell(isRunning && seconds !== 0 ? "timer.stop" : "timer.start")}
      </button>
    </div>
  );
}
