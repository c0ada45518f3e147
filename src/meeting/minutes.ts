import { FEWEST_DECIDED } from "../protocol/room-limits.ts";
import { catalogue, inBoth, quoted, type Said, saidIn, type Text } from "../domain/language.ts";
import type { Act, Tone, VoteMethod, VoteOption, VoteResult } from "../protocol/room-acts.ts";
import type { Role } from "../protocol/room-roles.ts";
import type { ActEntry, Titled } from "../protocol/room.ts";
import { hiddenComment } from "./erase.ts";
import { COUNCIL_NAMES, STAGE_NAMES } from "./names.ts";
import { roundWords } from "./rounds.ts";

/** A line of a room's minutes. */
export interface MinutesLine {
  /** ISO 8601. */
  readonly at: string;
  readonly text: Text;
}

/** Names of seats and proposals; of the room itself there is none. */
export interface MinutesNames {
  readonly seat: (id: string) => Text;
  /** `number`: an entry of the room's log after which it was called so. */
  readonly proposal: (key: string, number: number) => string;
  readonly measure: (key: string) => Text;
}

/**
 * What was done in a room, from its log: who did it, when and what. Where people looked and sat is left out; what was written and deleted is
 * told as deleted, with the reason; of a vote what its result tells. Proposals are called what they were called at the time; `titles`: what
 * each was called from when on, of which a change is a line too.
 */
export function minutesOf(
  acts: readonly ActEntry[],
  names: MinutesNames,
  titles: readonly Titled[],
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
    return [{ number, at, text: sentence(inBoth((language) => `${who[language]} ${text[language]}`)) }];
  });
  return [...done, ...renamed(titles, names)]
    .toSorted((one, other) => one.number - other.number)
    .map(({ at, text }) => ({ at, text }));
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
    const text = {
      da: `${who.da} omdøbte »${saidIn(before, "da")}« til »${saidIn(title, "da")}«`,
      en: `${who.en} renamed "${saidIn(before, "en")}" to "${saidIn(title, "en")}"`,
    };
    return [{ number, at, text: sentence(text) }];
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
  reason === ""
    ? { da: "", en: "" }
    : { da: ` med begrundelsen »${reason}«`, en: ` and gave as the reason "${reason}"` };

/** `undefined`: nothing that minutes tell. */
function wordsOf(act: Act, { hidden, votes, names, number }: Known): Text | undefined {
  switch (act.kind) {
    case "proposal": {
      const title = names.proposal(act.proposal, number);
      const from = act.from && names.proposal(act.from.proposal, act.from.number);
      const joins = act.joins && names.proposal(act.joins.proposal, act.joins.number);
      if (from !== undefined && joins !== undefined)
        return {
          da: `lagde »${title}« frem, samlet af »${from}« og »${joins}«`,
          en: `put "${title}" forward, joined from "${from}" and "${joins}"`,
        };
      return from === undefined
        ? { da: `lagde forslaget »${title}« frem`, en: `put the proposal "${title}" forward` }
        : { da: `lagde »${title}« frem, en kopi af »${from}«`, en: `put "${title}" forward, a copy of "${from}"` };
    }
    case "stage": {
      const name = STAGE_NAMES[act.stage ?? "none"];
      const time = act.minutes === null ? "" : ` (${act.minutes} min.)`;
      return { da: `gik til punktet »${name.da}«${time}`, en: `went to "${name.en}"${time}` };
    }
    case "pause":
      return act.on ? { da: "holdt pause", en: "paused" } : { da: "gik videre", en: "went on" };
    case "role": {
      const [who, role] = [names.seat(act.seat), ROLE_NAMES[act.role]];
      return { da: `gav ${who.da} rollen som ${role.da}`, en: `gave ${who.en} the role of ${role.en}` };
    }
    case "out": {
      const who = names.seat(act.seat);
      return { da: `tog pladsen fra ${who.da}`, en: `took the seat from ${who.en}` };
    }
    case "back": {
      const who = names.seat(act.seat);
      return { da: `gav ${who.da} pladsen igen`, en: `gave ${who.en} the seat back` };
    }
    case "table":
      return {
        da: `lavede bordet »${act.name}«, der tegner på »${names.proposal(act.proposal, number)}«`,
        en: `made the table "${act.name}", which draws on "${names.proposal(act.proposal, number)}"`,
      };
    case "comment": {
      const about = names.proposal(act.proposal, number);
      const tone = TONES_WRITTEN[act.tone];
      return hidden.has(act.comment)
        ? { da: `${tone.da} »${about}«; det er siden slettet`, en: `${tone.en} "${about}"; it has been deleted since` }
        : { da: `${tone.da} »${about}«: »${act.text}«`, en: `${tone.en} "${about}": "${act.text}"` };
    }
    case "hide": {
      const because = becauseOf(act);
      return "comment" in act.what
        ? { da: `slettede et indlæg${because.da}`, en: `deleted a comment${because.en}` }
        : { da: `slettede en titel eller et notat${because.da}`, en: `deleted a title or a note${because.en}` };
    }
    case "forget":
      return { da: "slettede sit navn og sine bidrag", en: "deleted their name and contributions" };
    case "version":
      return {
        da: `gav »${names.proposal(act.proposal, number)}«, som det var, versionsnavnet »${act.name}«`,
        en: `named "${names.proposal(act.proposal, number)}" as it stood the version "${act.name}"`,
      };
    case "vote":
      return {
        da: `begyndte afstemningen »${act.title}«${ofVoted(act, names).da}`,
        en: `began the vote "${act.title}"${ofVoted(act, names).en}`,
      };
    case "close":
      return closedWords(act, { votes, names });
    case "freeze": {
      const about = names.proposal(act.proposal, number);
      const said = act.dissent;
      const but =
        said === ""
          ? { da: "", en: "" }
          : { da: `. De, der er imod, siger: »${said}«`, en: `. Those against say: "${said}"` };
      return {
        da: `låste »${about}« og gjorde det klar til byrådet${but.da}`,
        en: `locked "${about}" and made it ready for the council${but.en}`,
      };
    }
    case "council": {
      const [about, state] = [names.proposal(act.proposal, number), COUNCIL_NAMES[act.state]];
      const [da, en] = act.text === "" ? ["", ""] : [` (»${act.text}«)`, ` ("${act.text}")`];
      return {
        da: `skrev, hvad der er sket med »${about}«: ${state.da}${da}`,
        en: `wrote what has come of "${about}": ${state.en}${en}`,
      };
    }
    case "pen": {
      const who = act.seat === null ? undefined : names.seat(act.seat);
      return who
        ? { da: `gav pennen til ${who.da}`, en: `gave the pen to ${who.en}` }
        : { da: "lod alle tegne igen", en: "let everybody draw again" };
    }
    case "link": {
      const whom = LET_IN[act.role];
      return act.isOpen
        ? { da: `lavede et nyt link til ${whom.da}`, en: `made a new link for ${whom.en}` }
        : { da: `lukkede linket til ${whom.da}`, en: `withdrew the link for ${whom.en}` };
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
  return words && { da: `lukkede afstemningen ${words.da}`, en: `closed the vote ${words.en}` };
}

interface CountedVote {
  readonly title: string;
  readonly method: VoteMethod;
  readonly options: readonly VoteOption[];
}

/** Of support which proposal was voted on, as it stood and was called; "" of other votes, which name all they are between. */
function ofVoted({ method, options: [option] }: CountedVote, names: Pick<MinutesNames, "proposal">): Text {
  if (method !== "support" || option?.kind !== "version") return { da: "", en: "" };
  const name = names.proposal(option.proposal, option.number);
  return { da: ` om »${name}«, version nr. ${option.number}`, en: ` on "${name}", version no. ${option.number}` };
}

/** What a vote came to, as far as its counts may be told. */
export function voteWords(vote: CountedVote, result: VoteResult, names: Omit<MinutesNames, "seat">): Text {
  const called = vote.options.map((option): Text => {
    if (option.kind === "measure") return names.measure(option.measure);
    const name = option.kind === "version" ? names.proposal(option.proposal, option.number) : option.text;
    return { da: name, en: name };
  });
  const { ballots, points, rounds } = result;
  const spread = points && spreadWords(vote.method, points, rounds, called);
  const first = inBoth((language) => result.first.map((at) => called[at][language]).join(", "));
  const outcome: Text =
    vote.method === "support"
      ? result.first.length > 0
        ? { da: "vedtaget", en: "carried" }
        : { da: "ikke vedtaget", en: "not carried" }
      : { da: `først: ${first.da || "ingen"}`, en: `first: ${first.en || "none"}` };
  const told = ballots < FEWEST_DECIDED ? { da: "for få stemmer til at vise", en: "too few votes to show" } : outcome;
  return inBoth(
    (language) =>
      `${quoted(vote.title)[language]}${ofVoted(vote, names)[language]}: ${told[language]} (${ballotsIn(ballots)[language]}${spread ? `: ${spread[language]}` : ""})`,
  );
}

const ballotsIn = (ballots: number): Text =>
  ballots === 1 ? { da: "1 stemme", en: "1 vote" } : { da: `${ballots} stemmer`, en: `${ballots} votes` };

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
  if (method === "support")
    return { da: `${points[0]} for, ${points[1]} imod`, en: `${points[0]} for, ${points[1]} against` };
  const lines = rounds ? roundWords(rounds, called) : dotWords(points, called);
  return inBoth((language) => lines.map((line) => line[language]).join("; "));
}
