import { catalogue, inBoth, NOTHING_SAID, type Text } from "../domain/language.ts";
import type { CouncilFile } from "../protocol/council-file.ts";
import type { Meeting } from "./meeting.ts";
import type { MinutesNames } from "./minutes-names.ts";
import { voteWords } from "./minutes.ts";
import { saidOf } from "./said-of.ts";

/** What goes to a council with a proposal: what was said of it in the room, without names, and what came of it. */
export type HandedOver = Pick<
  CouncilFile,
  "number" | "joins" | "dissent" | "said" | "votes" | "priorities" | "states"
> & {
  /** When it was passed on, ISO 8601. */
  readonly at: string;
};

const DRAWN_SINCE: Text = catalogue("meeting.handed-over", {
  da: "Der er tegnet på forslaget, siden afstemningen begyndte.",
  en: "The proposal has been drawn on since the vote began.",
});

/**
 * `undefined` where the proposal was not passed on. What was written and deleted is left out. `lastDrawn`: the last entry of the room's
 * log that drew on it: a vote that began before was on another version, which is said.
 */
export function handedOver(
  meeting: Meeting,
  { proposal, lastDrawn }: { readonly proposal: string; readonly lastDrawn: number },
  names: Omit<MinutesNames, "seat">,
): HandedOver | undefined {
  const { proposals, votes } = meeting;
  const { frozen, from, joins } = proposals.get(proposal) ?? {};
  if (!frozen) return undefined;
  const found = saidOf(meeting, proposal).filter(({ comment }) => !comment.hidden);
  const all = found.map(({ comment }) => comment);
  const answersTo = (id: string): string[] =>
    all.filter(({ to }) => to === id).flatMap((answer) => [answer.text, ...answersTo(answer.id)]);
  const called = names.proposal(proposal, frozen.number);
  const calledThen = (number: number, of: string | undefined): { readonly called?: string; readonly of?: string } => {
    const then = names.proposal(of ?? proposal, number);
    if (of !== undefined) return { of: then };
    return then === called ? {} : { called: then };
  };
  return {
    number: frozen.number,
    at: frozen.at,
    ...(from && joins && { joins: [from, joins].map((each) => names.proposal(each.proposal, each.number)) }),
    dissent: frozen.dissent,
    said: found
      .filter(({ comment }) => comment.to === undefined)
      .map(({ comment: { id, number, tone, at, text, on }, of, since }) => ({
        tone,
        at,
        text,
        ...(on && { on: names.anchor(on) }),
        answers: answersTo(id),
        ...calledThen(number, of),
        ...(since && { since }),
      })),
    votes: [...votes.values()].flatMap((vote): Text[] => {
      const option = vote.options.find((each) => each.kind === "version" && each.proposal === proposal);
      if (option?.kind !== "version" || !vote.result) return [];
      const words = voteWords(vote, vote.result, names);
      const since = option.number < lastDrawn ? DRAWN_SINCE : NOTHING_SAID;
      return [inBoth((language) => `${words[language]} ${since[language]}`.trim())];
    }),
    priorities: [...votes.values()].flatMap((vote): Text[] =>
      vote.result && !vote.options.some(({ kind }) => kind === "version") ? [voteWords(vote, vote.result, names)] : [],
    ),
    states: [...frozen.states],
  };
}
