import { type ReactNode, useState } from "react";
import type { Vote } from "../../../src/index.ts";
import type { Ballot } from "../../../src/protocol/room-acts.ts";
import { counted } from "../../i18n/say.ts";
import { Few } from "./Few.tsx";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly vote: Vote;
  /** Of the options, in their order. */
  readonly names: readonly string[];
  /** What one has voted; null: nothing yet. */
  readonly own: Ballot | null;
  /** null: takes it back. */
  readonly onVote: (ballot: Ballot | null) => void;
}

/** Where somebody votes, changes it and takes it back. */
export function BallotForm({ vote, names, own, onVote }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const Form = FORMS[vote.method];
  return (
    <div className="meet-ballot">
      <Form vote={vote} names={names} own={own} onVote={onVote} />
      {own && (
        <p>
          {tell("meet.vote.sent")}{" "}
          <button type="button" className="link-button" onClick={() => onVote(null)}>
            {tell("meet.vote.back")}
          </button>
        </p>
      )}
      <p className="field-help">{tell("meet.vote.secret")}</p>
    </div>
  );
}

function Support({ own, onVote }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  return (
    <div className="meet-line">
      {([1, 0] as const).map((is) => (
        <button
          key={is}
          type="button"
          className="button button-secondary"
          aria-pressed={own?.[0] === is}
          onClick={() => onVote([is])}
        >
          {tell(is === 1 ? "meet.vote.for" : "meet.vote.against")}
        </button>
      ))}
    </div>
  );
}

function Dots({ vote: { dots }, names, own, onVote }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { tell, number } = voice;
  const [given, setGiven] = useState<Ballot>(own ?? names.map(() => 0));
  const left = dots - given.reduce((sum, each) => sum + each, 0);
  const change = (at: number, by: number): void => setGiven(given.with(at, given[at] + by));
  return (
    <>
      <Few className="meet-dots" options={names} chosen={given.findLastIndex((each) => each > 0)}>
        {(name, at) => (
          <li key={at}>
            <span>{name}</span>
            <span className="meet-dots-given">
              <button
                type="button"
                className="button button-secondary small-button"
                aria-label={tell("meet.vote.fewer", { what: name })}
                disabled={given[at] === 0}
                onClick={() => change(at, -1)}
              >
                −
              </button>
              <output>{number(given[at])}</output>
              <button
                type="button"
                className="button button-secondary small-button"
                aria-label={tell("meet.vote.more", { what: name })}
                disabled={left === 0}
                onClick={() => change(at, 1)}
              >
                +
              </button>
            </span>
          </li>
        )}
      </Few>
      <div className="meet-line">
        <button
          type="button"
          className="button button-primary small-button"
          disabled={left === dots}
          onClick={() => onVote(given)}
        >
          {tell("meet.vote.send")}
        </button>
        <span className="field-help">{tell("meet.vote.left", counted(voice, left))}</span>
      </div>
    </>
  );
}

/** Options are pressed in the order they are preferred in. */
function Ranked({ names, own, onVote }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const [order, setOrder] = useState<Ballot>(own ?? []);
  return (
    <>
      <ul className="meet-dots">
        {names.map((name, at) => {
          const place = order.indexOf(at);
          return (
            <li key={at}>
              <button
                type="button"
                className="link-button"
                aria-pressed={place >= 0}
                onClick={() => setOrder(place >= 0 ? order.filter((each) => each !== at) : [...order, at])}
              >
                {name}
              </button>
              <span className="field-help">{place >= 0 && tell("meet.vote.place", { place: place + 1 })}</span>
            </li>
          );
        })}
      </ul>
      <div className="meet-line">
        <button
          type="button"
          className="button button-primary small-button"
          disabled={order.length === 0}
          onClick={() => onVote(order)}
        >
          {tell("meet.vote.send")}
        </button>
        <button type="button" className="link-button" onClick={() => setOrder([])}>
          {tell("meet.vote.again")}
        </button>
      </div>
    </>
  );
}

const FORMS = { support: Support, dots: Dots, ranked: Ranked } as const;
