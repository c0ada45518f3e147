import {
  isMeasureKey,
  type Language,
  measureByKey,
  type MinutesLine,
  minutesOf,
  type ProposalContext,
  saidIn,
  type Text,
} from "../../src/index.ts";
import { fileOf } from "../proposals/file.ts";
import { type Proposal, proposalContext } from "../proposals/proposal.ts";
import { fileName } from "../proposals/studio-words.ts";
import type { AppState } from "../state/app-state.ts";
import { caseView } from "../state/selectors.ts";

const WORDS = {
  minutes: { da: "Referat", en: "Minutes" },
  people: { da: "Deltagere", en: "People" },
  proposals: { da: "Forslag", en: "Proposals" },
  file: { da: "Gem som fil, der åbnes i programmet", en: "Save as a file that opens in the program" },
  nameless: { da: "uden navn", en: "no name" },
  edits: { da: "ændringer", en: "changes" },
  made: {
    da: "Skrevet af rummets egen log. Forslagene kan åbnes i programmet og regnes efter af enhver.",
    en: "Written from the room's own log. The proposals can be opened in the program, and anybody can check the figures.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The room's minutes and proposals as one page that needs neither the program nor a network; `undefined` where there is no room. */
export function minutesFile(
  state: AppState,
  language: Language,
): { readonly name: string; readonly text: string } | undefined {
  const { room } = state;
  const view = caseView(state);
  if (!room || !view) return undefined;
  const say = (key: keyof typeof WORDS): string => WORDS[key][language];
  const proposals = room.proposals.flatMap(({ id, key }) => {
    const proposal = state.proposals?.get(id);
    return proposal ? [{ key, proposal }] : [];
  });
  const titleOf = (key: string): string => {
    const title = proposals.find((each) => each.key === key)?.proposal.draft.plan.title;
    return title === undefined ? key : saidIn(title, language);
  };
  const lines = minutesOf(room.acts, {
    seat: (id) => {
      const name = room.people.find((person) => person.id === id)?.name ?? "";
      return name === "" ? WORDS.nameless : { da: name, en: name };
    },
    proposal: titleOf,
    measure: (key) => {
      const title = isMeasureKey(key) ? measureByKey.get(key)?.title : undefined;
      return title ?? { da: key, en: key };
    },
  });
  const named = room.people.filter(({ name }) => name !== "").map(({ name }) => name);
  const context = proposalContext(view);
  const body = [
    `<h1>${escaped(room.title)}</h1><p>${escaped(say("made"))}</p>`,
    `<h2>${say("people")}</h2><p>${escaped([...named, ...withoutName(room.people.length - named.length, say("nameless"))].join(", "))}</p>`,
    `<h2>${say("minutes")}</h2><ol>${lines.map((line) => lineOf(line, language)).join("")}</ol>`,
    `<h2>${say("proposals")}</h2>${proposals.map((each) => proposalOf(each, context, language)).join("")}`,
  ].join("\n");
  return { name: `${fileName(room.title)}.html`, text: pageOf(room.title, language, body) };
}

const withoutName = (count: number, words: string): readonly string[] => (count === 0 ? [] : [`${count} ${words}`]);

const lineOf = ({ at, text }: MinutesLine, language: Language): string =>
  `<li><time datetime="${escaped(at)}">${escaped(at.slice(0, 16).replace("T", " "))}</time> ${escaped(text[language])}</li>`;

function proposalOf(
  { proposal }: { readonly proposal: Proposal },
  context: ProposalContext,
  language: Language,
): string {
  const title = saidIn(proposal.draft.plan.title, language);
  const { reason } = proposal.draft;
  const file = encodeURIComponent(fileOf(context, proposal));
  return [
    `<h3>${escaped(title)}</h3>`,
    ...(reason === "" ? [] : [`<p>${escaped(reason)}</p>`]),
    `<p>${proposal.history.steps.size} ${WORDS.edits[language]} · <a download="${escaped(fileName(title))}.json" href="data:application/json,${file}">${escaped(WORDS.file[language])}</a></p>`,
  ].join("");
}

/** No script runs in it and nothing is fetched for it, whatever somebody has written. */
const pageOf = (title: string, language: Language, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}time{color:#555;font-variant-numeric:tabular-nums}li{margin:.3rem 0;overflow-wrap:anywhere}</style>
</head><body>
${body}
</body></html>
`;

/** Directions of writing that nobody sees are taken out: they could turn what stands beside them around. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
