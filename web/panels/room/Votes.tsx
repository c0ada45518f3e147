import type { ReactNode } from "react";
import { type Vote, weightsByPoints } from "../../../src/index.ts";
import { FEWEST_DECIDED } from "../../../src/protocol/room-limits.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { MOST_WEIGHT } from "../../state/choice.ts";
import type { RoomState } from "../../state/room.ts";
import { useStore } from "../../state/store.ts";
import { goTo } from "../bring-into-sight.ts";
import { BallotForm } from "./BallotForm.tsx";
import { useRooms } from "./rooms-context.ts";
import { StartVote } from "./StartVote.tsx";
import { useOptionName } from "./use-option-name.ts";
import { useOutcome } from "./use-outcome.ts";
import { ballotsOf, useTitleOf, votedWords } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** Votes that are open, those that were counted, and for whoever leads the ways to a new one. */
export function Votes({ room }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const votes = [...room.meeting.votes.values()].toReversed();
  const mayLead = mayDo(room.role, "lead");
  if (votes.length === 0 && !mayLead) return null;
  return (
    <section aria-labelledby="meet-votes">
      <h3 id="meet-votes">{tell("meet.votes")}</h3>
      {votes.map((vote) =>
        vote.result ? <Counted key={vote.id} vote={vote} /> : <Open key={vote.id} room={room} vote={vote} />,
      )}
      {mayLead && <StartVote room={room} />}
    </section>
  );
}

function Open({ room, vote }: Props & { readonly vote: Vote }): ReactNode {
  const voice = useMeetingVoice();
  const { tell, number } = voice;
  const rooms = useRooms();
  const nameOf = useOptionName();
  const own = room.ballots.find((each) => each.vote === vote.id)?.ballot ?? null;
  // Counted, it stands with the others that were, further down.
  const close = (): void => {
    rooms.act({ kind: "close", vote: vote.id });
    goTo(() => document.querySelector<HTMLElement>(`#vote-${CSS.escape(vote.id)}[data-counted]`));
  };
  return (
    <article className="meet-vote" id={`vote-${vote.id}`}>
      <h4>{vote.title}</h4>
      <p className="field-help">{tell(`meet.vote.how.${vote.method}`, { dots: vote.dots })}</p>
      <Changed room={room} vote={vote} />
      {mayDo(room.role, "vote") && (
        <BallotForm
          key={JSON.stringify(own)}
          vote={vote}
          names={vote.options.map(nameOf)}
          own={own}
          onVote={(ballot) => void rooms.vote(vote.id, ballot)}
        />
      )}
      <p className="field-help" role="status">
        {votedWords(voice, room, vote.id)} {tell("meet.vote.seats")}
      </p>
      {mayDo(room.role, "lead") && (
        <>
          {ballotsOf(room, vote.id) < FEWEST_DECIDED && (
            <p className="field-help">{tell("meet.vote.closeFew", { fewest: number(FEWEST_DECIDED) })}</p>
          )}
          <button type="button" className="button button-secondary small-button" onClick={close}>
            {tell("meet.vote.close")}
          </button>
        </>
      )}
    </article>
  );
}

/** A vote is on proposals as they were when it began: what was drawn since is not in it. */
function Changed({ room, vote }: Props & { readonly vote: Vote }): ReactNode {
  const { tell, list } = useMeetingVoice();
  const titleOf = useTitleOf();
  const changed = vote.options.flatMap((option) => {
    if (option.kind !== "version") return [];
    const now = room.proposals.find(({ key }) => key === option.proposal);
    return now && now.number > option.number ? [titleOf(option.proposal)] : [];
  });
  return changed.length > 0 && <p className="field-help">{tell("meet.vote.changed", { list: list(changed) })}</p>;
}

function Counted({ vote }: { readonly vote: Vote }): ReactNode {
  const outcome = useOutcome()(vote);
  if (!outcome) return null;
  const { first, ballots, spread, kind } = outcome;
  const lines = spread.map((words) => <li key={words}>{words}</li>);
  return (
    <article className="meet-vote" id={`vote-${vote.id}`} data-counted>
      <h4>{vote.title}</h4>
      <p>
        <strong>{first}</strong> <span className="field-help">{ballots}</span>
      </p>
      {kind === "said" && spread.map((words) => <p key={words}>{words}</p>)}
      {kind === "rounds" && <ol className="meet-points">{lines}</ol>}
      {kind === "points" && <ul className="meet-points">{lines}</ul>}
      <InOrder vote={vote} />
    </article>
  );
}

/** Puts the list of plans in order by what a vote on what matters gave most; of too few ballots nothing is told, and so no order. */
function InOrder({ vote: { options, result } }: { readonly vote: Vote }): ReactNode {
  const { tell } = useMeetingVoice();
  const store = useStore();
  const points = options.flatMap((option, i) =>
    option.kind === "measure" ? [[option.measure, result?.points?.[i] ?? 0] as const] : [],
  );
  const weights = weightsByPoints(new Map(points), MOST_WEIGHT);
  if (!weights) return null;
  return (
    <button
      type="button"
      className="button button-secondary small-button"
      onClick={() => store.dispatch({ kind: "choose", change: { weights, doing: "find" } })}
    >
      {tell("meet.vote.weigh")}
    </button>
  );
}
