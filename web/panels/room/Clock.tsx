import { type ReactNode, useEffect, useState } from "react";
import { type Clock as MeetingClock, clockText, secondsLeft } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";

interface Props {
  readonly clock: MeetingClock;
  /** By how much the server's clock is ahead of this machine's, milliseconds. */
  readonly ahead: number;
}

/** Minutes and seconds by the server's clock, so that all see the same; nothing where there is no clock. */
export function Clock({ clock, ahead }: Props): ReactNode {
  const { say } = useVoice();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = secondsLeft(clock, now + ahead);
  if (seconds === undefined) return null;
  const words = clock.left === null ? "now.left" : "now.stopped";
  return (
    <span className="room-clock" role="timer">
      {seconds === 0 ? say("now.over") : say(words, { time: clockText(seconds) })}
    </span>
  );
}
