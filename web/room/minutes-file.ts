import {
  blocksHtml,
  catalogue,
  type Change,
  councilFigures,
  documentOf,
  escaped,
  figureTable,
  fillText,
  type Language,
  type MinutesDrawing,
  type MinutesLine,
  minutesOf,
  type OpenCase,
  type ProposalContext,
  saidIn,
  schoolLines,
  type Text,
  writtenMoment,
} from "../../src/index.ts";
import { fileOf } from "../proposals/file.ts";
import { wayTo } from "../proposals/history.ts";
import { type Proposal, proposalContext } from "../proposals/proposal.ts";
import { fileName, noteOf } from "../proposals/studio-words.ts";
import type { AppState } from "../state/app-state.ts";
import { caseView } from "../state/selectors.ts";
import { ROOM_MARK, roomFileOf } from "./room-file.ts";
import { roomNames } from "./room-names.ts";

const WORDS = catalogue("web.minutes-file", {
  minutes: { da: "Referat", en: "Minutes" },
  people: { da: "Deltagere", en: "People" },
  proposals: { da: "Forslag", en: "Proposals" },
  file: { da: "Gem som fil, der åbnes i programmet", en: "Save as a file that opens in the program" },
  open: {
    da: "Slip denne side på programmets side for at se hele rummet igen: kort, forslag, historie, indlæg og afstemninger. Det kræver hverken rummets server eller et link.",
    en: "Drop this page on the program's page to see the whole room again: map, proposals, history, comments and votes. It takes neither the room's server nor a link.",
  },
  whole: { da: "Hent rummet som fil", en: "Get the room as a file" },
  nameless: { da: "uden navn", en: "no name" },
  edits: {
    da: "{count, plural, one {Én ændring} other {# ændringer}}",
    en: "{count, plural, one {One change} other {# changes}}",
  },
  noFigures: {
    da: "Tallene var ikke regnet, da referatet blev hentet.",
    en: "The figures were not computed when the minutes were fetched.",
  },
  made: {
    da: "Programmet har selv ført referatet, mens mødet stod på. Hvert forslag kan hentes herunder og åbnes i programmet, hvor enhver kan få tallene efterregnet. Elevtal er afrundet til nærmeste fem.",
    en: "The program kept these minutes while the meeting went on. Each proposal can be taken out below and opened in the program, where anybody can have the figures worked out anew. Numbers of pupils are rounded to the nearest five.",
  },
} as const satisfies Readonly<Record<string, Text>>);

/**
 * The room's minutes and proposals as one page that needs neither the program nor a network; `undefined` where there is no room. `opened`:
 * what proposals are measured on; `saved`: when, ISO 8601.
 */
export function minutesFile(
  state: AppState,
  language: Language,
  opened: OpenCase | undefined,
  saved: string,
): { readonly name: string; readonly text: string } | undefined {
  const { room } = state;
  const view = caseView(state);
  if (!room || !view) return undefined;
  const say = (key: keyof typeof WORDS): string => WORDS[key][language];
  const proposals = room.proposals.flatMap(({ id }) => state.proposals?.get(id) ?? []);
  const lines = minutesOf(room.acts, roomNames(state, language), room.titles, drawingsIn(state));
  // A screen is nobody.
  const people = room.people.filter(({ role }) => role !== "projector");
  const named = people.filter(({ name }) => name !== "").map(({ name }) => name);
  const nameless = withoutName(people.length - named.length, say("nameless"));
  const context = proposalContext(view);
  const whole = encodeURIComponent(JSON.stringify(roomFileOf(state, saved)));
  const body = [
    `<h1>${escaped(room.title)}</h1><p>${escaped(say("made"))}</p>`,
    ...(view.notice ? [`<p class="notice">${escaped(saidIn(view.notice, language))}</p>`] : []),
    `<p>${say("open")} <a download="${escaped(fileName(room.title))}.json" ${ROOM_MARK} href="data:application/json,${whole}">${escaped(say("whole"))}</a></p>`,
    `<h2>${say("people")}</h2><p>${escaped([...named, ...nameless].join(", "))}</p>`,
    `<h2>${say("minutes")}</h2><ol>${lines.map((line) => lineOf(line, language)).join("")}</ol>`,
    `<h2>${say("proposals")}</h2>${proposals.map((each) => proposalOf(each, context, opened, language)).join("")}`,
  ].join("\n");
  return { name: `${fileName(room.title)}.html`, text: documentOf(room.title, language, body) };
}

/**
 * What was drawn in the room, of each proposal in its order: what was drawn before it was one of the room's is signed by no seat, and a copy
 * holds what was drawn on the other. A new name has a line of its own.
 */
function drawingsIn({ room, proposals }: AppState): readonly MinutesDrawing[] {
  const seats = new Set(room?.people.map(({ id }) => id));
  const told = new Set<string>();
  return (room?.proposals ?? []).flatMap(({ id, key }) => {
    const history = proposals?.get(id)?.history;
    return (history ? wayTo(history) : []).flatMap(({ edit }): MinutesDrawing[] => {
      const isNew = seats.has(edit.by) && !told.has(edit.id);
      told.add(edit.id);
      if (!isNew || edit.changes.every(isRenaming)) return [];
      const { by, at, note } = edit;
      return [{ proposal: key, by, at, ...(note !== undefined && { note: noteOf(edit) }) }];
    });
  });
}

const isRenaming = (change: Change): boolean =>
  change.kind === "text" && saidIn(change.from.title, "da") !== saidIn(change.to.title, "da");

const withoutName = (count: number, words: string): readonly string[] => (count === 0 ? [] : [`${count} ${words}`]);

const lineOf = ({ at, text }: MinutesLine, language: Language): string =>
  `<li><time datetime="${escaped(at)}">${escaped(writtenMoment(at, language))}</time> ${escaped(text[language])}</li>`;

function proposalOf(
  proposal: Proposal,
  context: ProposalContext,
  opened: OpenCase | undefined,
  language: Language,
): string {
  const title = saidIn(proposal.draft.plan.title, language);
  const { reason } = proposal.draft;
  const file = encodeURIComponent(fileOf(context, proposal));
  return [
    `<h3>${escaped(title)}</h3>`,
    ...(reason === "" ? [] : [`<p>${escaped(reason)}</p>`]),
    opened ? measured(proposal, opened, language) : `<p>${WORDS.noFigures[language]}</p>`,
    `<p>${escaped(fillText(WORDS.edits, language, { count: proposal.history.steps.size }))} · <a download="${escaped(fileName(title))}.json" href="data:application/json,${file}">${escaped(WORDS.file[language])}</a></p>`,
  ].join("");
}

/** What becomes of schools, and the main figures beside today's and the council's own plans; of an unfinished proposal, what it lacks. */
function measured({ draft }: Proposal, opened: OpenCase, language: Language): string {
  const figures = councilFigures(opened, draft);
  const schools = schoolLines(figures, language).map((line) => `<p>${escaped(line)}</p>`);
  const rest = figures.unfinished.map((line) => `<p>${escaped(line[language])}</p>`);
  return [...schools, ...(rest.length > 0 ? rest : [blocksHtml([figureTable(figures, language, "main")])])].join("");
}
