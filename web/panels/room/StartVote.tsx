import { type ReactNode, useState } from "react";
import type { VoteOption } from "../../../src/protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import type { RoomState } from "../../state/room.ts";
import { Few } from "./Few.tsx";
import { useOptionName } from "./use-option-name.ts";
import { useBeginVote, useVoteWays, type VoteWay } from "./use-vote-ways.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** The ways to a new vote, each with a title and options that can be changed before it begins. */
export function StartVote({ room }: { readonly room: RoomState }): ReactNode {
  const { tell } = useMeetingVoice();
  const { ways } = useVoteWays(room);
  return (
    <details>
      <summary>{tell("meet.vote.start")}</summary>
      {ways.map((way) => (
        <OneWay key={`${way.key} ${way.title}`} way={way} />
      ))}
    </details>
  );
}

function OneWay({ way }: { readonly way: VoteWay }): ReactNode {
  const { tell } = useMeetingVoice();
  const begin = useBeginVote();
  const nameOf = useOptionName();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState(way.title);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = way.options.filter((option) => !left.has(keyOf(option)));
  const isPossible = chosen.length <= ROOM_LIMITS.options && (way.method === "support" || chosen.length > 1);
  const take = (option: VoteOption): void => {
    const key = keyOf(option);
    setLeft(left.has(key) ? new Set([...left].filter((each) => each !== key)) : new Set([...left, key]));
  };
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{tell(`meet.vote.${way.key}`)}</summary>
      <form
        className="room-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin({ ...way, title: title.trim(), options: chosen });
          setOpen(false);
        }}
      >
        <p className="field-help">{tell(`meet.vote.how.${way.method}`, { dots: 3 })}</p>
        <label>
          {tell("meet.vote.title")}
          <input
            className="form-input"
            required
            maxLength={ROOM_LIMITS.title}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        {way.method !== "support" && (
          <fieldset className="meet-options">
            <legend>{tell("meet.vote.options")}</legend>
            <Few className="meet-people" options={way.options} chosen={-1}>
              {(option) => (
                <li key={keyOf(option)}>
                  <label>
                    <input type="checkbox" checked={!left.has(keyOf(option))} onChange={() => take(option)} />{" "}
                    {nameOf(option)}
                  </label>
                </li>
              )}
            </Few>
          </fieldset>
        )}
        {!isPossible && <p className="draw-refused">{tell("meet.vote.optionsCount", { most: ROOM_LIMITS.options })}</p>}
        <button type="submit" className="button button-secondary small-button" disabled={!isPossible}>
          {tell("meet.vote.begin")}
        </button>
      </form>
    </details>
  );
}

const keyOf = (option: VoteOption): string =>
  option.kind === "version" ? option.proposal : option.kind === "measure" ? option.measure : option.text;
