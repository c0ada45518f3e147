import { FEWEST_DECIDED } from "../protocol/room-limits.ts";
import { catalogue, filled, inBoth, NOTHING_SAID, quoted, type Said, type Text } from "../domain/language.ts";
import type { Act, Tone, VoteMethod, VoteOption, VoteResult } from "../protocol/room-acts.ts";
import type { Role } from "../protocol/room-roles.ts";
import type { ActEntry, Titled } from "../protocol/room.ts";
import { type Drawing, drawnLines } from "./drawn-lines.ts";
import { hiddenComment } from "./erase.ts";
import { COUNCIL_NAMES, STAGE_NAMES } from "./names.ts";
import { roundWords } from "./rounds.ts";
import type { MinutesLine, MinutesNames } from "./minutes-names.ts";
import { MINUTES_TEXT } from "./minutes-text.ts";

/**
 * What was done in a room, from its log: who did it, when and what. Where people looked and sat is left out; what was written and deleted is
 * told as deleted, with the reason; of a vote what its result tells. Proposals are called what they were called at the time; `titles`: what
 * each was called from when on, of which a change is a line too. `drawings`: what was drawn, of which there is a line for each that drew between
 * two of the others.
 */
export function minutesOf(
  acts: readonly ActEntry[],
  names: MinutesNames,
  titles: readonly Titled[],
  drawings: readonly Drawing[] = [],
): readonly MinutesLine[] {
  const forgotten = new Set(acts.flatMap(({ act }) => (act.kind === "forget" ? [act.seat] : [])));
  const hidden = new Set(
    acts.flatMap(({ act, by }) =>
      act.kind === "comment" && forgotten.has(by) ? [act.comment] : (hiddenComment(act) ?? []),
    ),
  );
  const votes = new Map(acts.flatMap(({ act }) => (act.kind === "vote" ? [[act.vote, act] as const] : [])));
  const done = acts.flatMap(({ act, by, at, number }) => {
    const text = wordsOf(act, { hidden, votes, names, number });
    if (!text) return [];
    if (act.kind === "forget" && by === "room") return [{ number, at, text: FORGOTTEN_FOR }];
    const who = by === "room" ? WHOEVER_MADE : names.seat(by);
    return [{ number, at, text: inBoth((language) => `${who[language]} ${text[language]}`) }];
  });
  const told = [...done, ...renamed(titles, names)].toSorted((one, other) => one.number - other.number);
  return drawnLines(told, drawings, names).map(({ at, text }) => ({ at, text: sentence(text) }));
}

function renamed(
  titles: readonly Titled[],
  names: MinutesNames,
): readonly (MinutesLine & { readonly number: number })[] {
  const last = new Map<string, Said>();
  return titles.flatMap(({ proposal, number, by, at, title }) => {
    const before = last.get(proposal);
    last.set(proposal, title);
    if (before === undefined) return [];
    const who = names.seat(by);
    return [{ number, at, text: filled(MINUTES_TEXT.renamedTo, { who, before, title }) }];
  });
}

/** The proposal that a room begins with is put forward before anybody has a seat. */
const WHOEVER_MADE: Text = catalogue("meeting.minutes.whoeverMade", {
  da: "den, der lavede rummet,",
  en: "whoever made the room",
});

/** Begins with a capital and ends with a full stop, unless what somebody wrote ends it otherwise. */
const sentence = (text: Text): Text =>
  inBoth((language) => {
    const words = text[language];
    return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}${/[.!?…]$/.test(words) ? "" : "."}`;
  });

interface Known {
  readonly hidden: ReadonlySet<string>;
  readonly votes: ReadonlyMap<string, Extract<Act, { readonly kind: "vote" }>>;
  readonly names: MinutesNames;
  /** Of the entry. */
  readonly number: number;
}

/** What whoever wrote did, before what it was about. */
const TONES_WRITTEN: Readonly<Record<Tone, Text>> = catalogue("meeting.minutes.tonesWritten", {
  question: { da: "stillede et spørgsmål om", en: "asked about" },
  for: { da: "skrev et argument for", en: "wrote an argument for" },
  against: { da: "skrev et argument imod", en: "wrote an argument against" },
  remark: { da: "skrev en bemærkning om", en: "wrote a remark on" },
});

const ROLE_NAMES: Readonly<Record<Role, Text>> = catalogue("meeting.minutes.roleNames", {
  facilitator: { da: "mødeleder", en: "leader of the meeting" },
  "co-facilitator": { da: "hjælper", en: "helper" },
  participant: { da: "deltager", en: "participant" },
  viewer: { da: "tilskuer", en: "viewer" },
  projector: { da: "storskærm", en: "big screen" },
});

/** Whom a link lets in. */
const LET_IN: Readonly<Record<Role, Text>> = catalogue("meeting.minutes.letIn", {
  facilitator: { da: "mødeledere", en: "those who lead" },
  "co-facilitator": { da: "hjælpere", en: "helpers" },
  participant: { da: "deltagere", en: "participants" },
  viewer: { da: "tilskuere", en: "viewers" },
  projector: { da: "storskærmen", en: "the big screen" },
});

const FORGOTTEN_FOR: Text = catalogue("meeting.minutes.forgottenFor", {
  da: "Den, der driver programmet, slettede en deltagers navn og bidrag.",
  en: "Whoever runs the program deleted a participant's name and contributions.",
});

/** Why something was deleted, where whoever did it said so. */
const becauseOf = ({ reason }: { readonly reason: string }): Text =>
  reason === "" ? NOTHING_SAID : filled(MINUTES_TEXT.reasonGiven, { reason });

/** `undefined`: nothing that minutes tell. */
function wordsOf(act: Act, { hidden, votes, names, number }: Known): Text | undefined {
  switch (act.kind) {
    case "proposal": {
      const title = names.proposal(act.proposal, number);
      const from = act.from && names.proposal(act.from.proposal, act.from.number);
      const joins = act.joins && names.proposal(act.joins.proposal, act.joins.number);
      if (from !== undefined && joins !== undefined)
        return filled(MINUTES_TEXT.putForwardJoined, { title, from, joins });
      return from === undefined
        ? filled(MINUTES_TEXT.putForward, { title })
        : filled(MINUTES_TEXT.putForwardCopy, { title, from });
    }
    case "stage": {
      const name = STAGE_NAMES[act.stage ?? "none"];
      const time = act.minutes === null ? "" : ` (${act.minutes} min.)`;
      return filled(MINUTES_TEXT.wentTo, { name, time });
    }
    case "pause":
      return act.on ? MINUTES_TEXT.paused : MINUTES_TEXT.wentOn;
    case "role": {
      const [who, role] = [names.seat(act.seat), ROLE_NAMES[act.role]];
      return filled(MINUTES_TEXT.gaveRole, { who, role });
    }
    case "out": {
      const who = names.seat(act.seat);
      return filled(MINUTES_TEXT.tookSeat, { who });
    }
    case "back": {
      const who = names.seat(act.seat);
      return filled(MINUTES_TEXT.gaveSeatBack, { who });
    }
    case "table":
      return filled(MINUTES_TEXT.madeTable, {
        name: act.name,
        proposal: names.proposal(act.proposal, number),
      });
    case "comment": {
      const about = names.proposal(act.proposal, number);
      const tone = TONES_WRITTEN[act.tone];
      const on = act.on ? filled(MINUTES_TEXT.onWhat, { what: names.anchor(act.on) }) : NOTHING_SAID;
      return hidden.has(act.comment)
        ? filled(MINUTES_TEXT.deletedSince, { tone, about, on })
        : filled(MINUTES_TEXT.toned, { tone, about, on, text: act.text });
    }
    case "hide": {
      const because = becauseOf(act);
      return "comment" in act.what
        ? filled(MINUTES_TEXT.deletedComment, { because })
        : filled(MINUTES_TEXT.deletedTitle, { because });
    }
    case "forget":
      return MINUTES_TEXT.deletedContributions;
    case "version":
      return filled(MINUTES_TEXT.namedVersion, { proposal: names.proposal(act.proposal, number), name: act.name });
    case "vote":
      return filled(MINUTES_TEXT.beganVote, { title: act.title, ofVoted: ofVoted(act, names) });
    case "close":
      return closedWords(act, { votes, names });
    case "freeze": {
      const about = names.proposal(act.proposal, number);
      const said = act.dissent;
      const but = said === "" ? NOTHING_SAID : filled(MINUTES_TEXT.againstSay, { said });
      return filled(MINUTES_TEXT.madeReady, { about, but });
    }
    case "council": {
      const [about, state] = [names.proposal(act.proposal, number), COUNCIL_NAMES[act.state]];
      const how = act.text === "" ? NOTHING_SAID : inBoth((language) => ` (${quoted(act.text)[language]})`);
      return filled(MINUTES_TEXT.saidOutcome, { about: quoted(about), state, how });
    }
    case "pen": {
      const who = act.seat === null ? undefined : names.seat(act.seat);
      return who ? filled(MINUTES_TEXT.gavePen, { who }) : MINUTES_TEXT.tookPenBack;
    }
    case "link": {
      const whom = LET_IN[act.role];
      return act.isOpen ? filled(MINUTES_TEXT.newLink, { whom }) : filled(MINUTES_TEXT.withdrewLink, { whom });
    }
    case "clock":
    case "bring":
    case "follow":
    case "cursors":
    case "sit":
      return undefined;
    default:
      return act satisfies never;
  }
}

function closedWords(
  { vote: id, result }: Extract<Act, { readonly kind: "close" }>,
  { votes, names }: Pick<Known, "votes" | "names">,
): Text | undefined {
  const vote = votes.get(id);
  const words = vote && result && voteWords(vote, result, names);
  return words && filled(MINUTES_TEXT.closedVote, { words });
}

interface CountedVote {
  readonly title: string;
  readonly method: VoteMethod;
  readonly options: readonly VoteOption[];
}

/** Of support which proposal was voted on, as it stood and was called; "" of other votes, which name all they are between. */
function ofVoted({ method, options: [option] }: CountedVote, names: Pick<MinutesNames, "proposal">): Text {
  if (method !== "support" || option?.kind !== "version") return NOTHING_SAID;
  const name = names.proposal(option.proposal, option.number);
  return filled(MINUTES_TEXT.onVersionNo, { name, number: option.number });
}

/** What a vote came to, as far as its counts may be told. */
export function voteWords(vote: CountedVote, result: VoteResult, names: Omit<MinutesNames, "seat">): Text {
  const called = vote.options.map((option): Text => {
    if (option.kind === "measure") return names.measure(option.measure);
    const name = option.kind === "version" ? names.proposal(option.proposal, option.number) : option.text;
    return inBoth(() => name);
  });
  const { ballots, points, rounds } = result;
  const spread = points && spreadWords(vote.method, points, rounds, called);
  const first = inBoth((language) => result.first.map((at) => called[at][language]).join(", "));
  const outcome: Text =
    vote.method === "support"
      ? result.first.length > 0
        ? MINUTES_TEXT.carried
        : MINUTES_TEXT.notCarried
      : filled(MINUTES_TEXT.first, { first: result.first.length > 0 ? first : MINUTES_TEXT.none });
  const told = ballots < FEWEST_DECIDED ? MINUTES_TEXT.tooFewVotes : outcome;
  return inBoth(
    (language) =>
      `${quoted(vote.title)[language]}${ofVoted(vote, names)[language]}: ${told[language]} (${ballotsIn(ballots)[language]}${spread ? `: ${spread[language]}` : ""})`,
  );
}

const ballotsIn = (ballots: number): Text =>
  ballots === 1 ? MINUTES_TEXT.vote : filled(MINUTES_TEXT.votes, { ballots });

/** The most first; those that got none stand together. */
function dotWords(points: readonly number[], called: readonly Text[]): readonly Text[] {
  const given = [...points.keys()].filter((i) => points[i] > 0).toSorted((one, other) => points[other] - points[one]);
  const told = given.map((i) => inBoth((language) => `${called[i][language]}: ${points[i]}`));
  return given.length < points.length && given.length > 0 ? [...told, NO_DOTS] : told;
}

const NO_DOTS: Text = catalogue("meeting.minutes.noDots", { da: "de øvrige: 0", en: "the others: 0" });

/** How the votes fell: of an order of preference count by count, since its first places alone do not say who won. */
function spreadWords(
  method: VoteMethod,
  points: readonly number[],
  rounds: VoteResult["rounds"],
  called: readonly Text[],
): Text {
  if (method === "support") return filled(MINUTES_TEXT.forAgainst, { inFavour: points[0], against: points[1] });
  const lines = rounds ? roundWords(rounds, called) : dotWords(points, called);
  return inBoth((language) => lines.map((line) => line[language]).join("; "));
}
