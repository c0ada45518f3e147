import { type ComponentProps, type ReactNode, useState } from "react";
import { type Comment, looksPrivate, type SaidOf, saidOf } from "../../../src/index.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { type Anchor, type Tone, TONES } from "../../../src/protocol/room-acts.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { newId } from "../../proposals/new-id.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { AnchorChoice, ShowPlace, useAnchorName } from "./anchors.tsx";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useKeptText } from "../use-kept-text.ts";
import { TalkElsewhere } from "./TalkElsewhere.tsx";
import { seatName, useTitleOf } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** What is asked and said of the proposal in view, with the answers under what they answer. */
export function Talk({ room }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const titleOf = useTitleOf();
  const shared = useSelect(sharedProposal);
  const [answers, setAnswers] = useState<Comment>();
  const [sent, setSent] = useState<string>();
  if (!shared)
    return (
      <section aria-labelledby="meet-talk">
        <h3 id="meet-talk">{tell("meet.talk")}</h3>
        <TalkElsewhere room={room} />
      </section>
    );
  const about = saidOf(room.meeting, shared.key);
  const roots = about.filter(({ comment }) => comment.to === undefined);
  return (
    <section aria-labelledby="meet-talk">
      <h3 id="meet-talk">{tell("meet.talk")}</h3>
      <p className="field-help">{tell("meet.talk.about", { title: titleOf(shared.key) })}</p>
      {roots.length === 0 ? (
        <p className="field-help">{tell("meet.talk.none")}</p>
      ) : (
        <ul className="meet-talk">
          {roots.map((said) => (
            <Said key={said.comment.id} room={room} said={said} all={about} onAnswer={setAnswers} />
          ))}
        </ul>
      )}
      {mayDo(room.role, "speak") && (
        <Write
          key={`${shared.key} ${answers?.id ?? ""}`}
          room={room}
          proposal={shared.key}
          answers={answers}
          onDone={(comment) => {
            setAnswers(undefined);
            setSent(comment);
          }}
          onWrite={() => setSent(undefined)}
        />
      )}
      <p role="status" className="field-help">
        {about.some(({ comment }) => comment.id === sent) && tell("meet.talk.sent")}
      </p>
      <TalkElsewhere room={room} />
    </section>
  );
}

interface SaidProps extends Props {
  readonly said: SaidOf;
  /** All that is said of the same proposal. */
  readonly all: readonly SaidOf[];
  readonly onAnswer: (comment: Comment) => void;
}

function Said({ room, said: { comment, of, since }, all, onAnswer }: SaidProps): ReactNode {
  const voice = useMeetingVoice();
  const { tell } = voice;
  const rooms = useRooms();
  const titleOf = useTitleOf();
  const { id, by, tone, text, hidden } = comment;
  const about = useAnchorName()(comment.on);
  const mayHide = !hidden && (by === room.seat ? mayDo(room.role, "speak") : mayDo(room.role, "moderate"));
  const reason = hidden && hidden.reason !== "" ? `: ${hidden.reason}` : "";
  const under = all.filter((each) => each.comment.to === id);
  return (
    <li>
      <p>
        <strong>{seatName(voice, room, by)}</strong>{" "}
        <span className={`meet-tone tone-${tone}`}>{tell(`meet.tone.${tone}`)}</span>{" "}
        {about !== undefined && <span className="field-help">{tell("meet.talk.onWhat", { what: about })}</span>}{" "}
        {of !== undefined && (
          <span className="field-help">
            {tell(since ? "meet.talk.since" : "meet.talk.said", { title: titleOf(of) })}
          </span>
        )}
      </p>
      <p className={hidden ? "field-help" : "meet-text"}>{hidden ? tell("meet.talk.hidden", { reason }) : text}</p>
      <div className="draw-links">
        {!hidden && <ShowPlace on={comment.on} />}
        {mayDo(room.role, "speak") && !hidden && (
          <button type="button" className="link-button" onClick={() => onAnswer(comment)}>
            {tell("meet.talk.answer")}
          </button>
        )}
        {mayHide && (
          <OneField
            field={`hide ${room.seat} ${id}`}
            summary={tell("meet.talk.hide")}
            label={tell("meet.talk.hideWhy")}
            words={tell("meet.talk.hide")}
            maxLength={200}
            mayBeEmpty={by === room.seat}
            onGo={(why) => rooms.act({ kind: "hide", what: { comment: id }, reason: why })}
          />
        )}
      </div>
      {under.length > 0 && (
        <ul className="meet-talk">
          {under.map((each) => (
            <Said key={each.comment.id} room={room} said={each} all={all} onAnswer={onAnswer} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface WriteProps extends Props {
  readonly proposal: string;
  readonly answers: Comment | undefined;
  readonly onDone: (sent: string) => void;
  readonly onWrite: () => void;
}

function Write({ room, proposal, answers, onDone, onWrite }: WriteProps): ReactNode {
  const voice = useMeetingVoice();
  const { tell } = voice;
  const rooms = useRooms();
  const { typed: text, setTyped: setText, clear } = useKeptText(`comment ${proposal} ${answers?.id ?? ""}`);
  const [tone, setTone] = useState<Tone>(answers ? "remark" : "question");
  const store = useStore();
  const [about, setAbout] = useState<ComponentProps<typeof AnchorChoice>["value"]>();
  const [isAsked, setAsked] = useState(false);
  const send = (): void => {
    // Who writes where somebody lives is asked first; a second press sends it.
    if (looksPrivate(text) && !isAsked) return setAsked(true);
    const { place } = store.state().roomLook;
    const on: Anchor | undefined = typeof place === "object" ? { kind: "place", ...place } : about;
    const comment = newId();
    rooms.act({
      kind: "comment",
      comment,
      proposal,
      tone,
      text: text.trim(),
      ...(answers && { to: answers.id }),
      ...(on && { on }),
    });
    clear();
    setAsked(false);
    // What is written next is about something of its own.
    setAbout(undefined);
    store.dispatch({ kind: "room-look", change: { place: "none" } });
    onDone(comment);
    return undefined;
  };
  return (
    <form
      className="room-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        {answers ? tell("meet.talk.answering", { name: seatName(voice, room, answers.by) }) : tell("meet.talk.write")}
        <textarea
          className="form-input"
          required
          maxLength={ROOM_LIMITS.text}
          rows={2}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setAsked(false);
            onWrite();
          }}
        />
      </label>
      <label>
        {tell("meet.talk.tone")}
        <select
          className="form-select"
          value={tone}
          onChange={({ target }) => {
            const chosen = TONES.find((each) => each === target.value);
            if (chosen) setTone(chosen);
          }}
        >
          {TONES.map((each) => (
            <option key={each} value={each}>
              {tell(`meet.tone.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {!answers && <AnchorChoice value={about} onChange={setAbout} />}
      <p role="alert" className="draw-refused">
        {isAsked && tell("meet.talk.address")}
      </p>
      <button type="submit" className="button button-secondary small-button">
        {tell(isAsked ? "meet.talk.sendAnyway" : "meet.talk.send")}
      </button>
      <p className="field-help">{tell("meet.talk.policy")}</p>
    </form>
  );
}
