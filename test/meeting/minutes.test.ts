import { afterEach, expect, test } from "vitest";
import { saidIn } from "../../src/domain/language.ts";
import { handedOver } from "../../src/meeting/handed-over.ts";
import { afterEntry, EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import { minutesOf } from "../../src/meeting/minutes.ts";
import { titleAt, titlesOf } from "../../src/meeting/titles.ts";
import type { Titled } from "../../src/protocol/room.ts";
import type { Act, Anchor } from "../../src/protocol/room-acts.ts";
import type { ActEntry, Entry } from "../../src/protocol/room.ts";
import { AT, proposalAct } from "./world.ts";

let titles: readonly Titled[] = [];
afterEach(() => (titles = []));

const NAMES = {
  seat: (id: string) => ({ da: id, en: id }),
  proposal: (key: string, number: number) => saidIn(titleAt(titles, key, number) ?? key.toUpperCase(), "da"),
  measure: (key: string) => ({ da: `mål ${key}`, en: `measure ${key}` }),
  anchor: ({ kind }: Anchor) => ({ da: `om ${kind}`, en: `of ${kind}` }),
};

const told = (...acts: readonly (readonly [by: string, act: Act])[]) =>
  minutesOf(
    acts.map(([by, act], i) => ({ number: i + 1, id: `e${i}`, by, at: AT, act })),
    NAMES,
    titles,
  ).map(({ text }) => text.da);

const options = [
  { kind: "version", proposal: "p", number: 3 },
  { kind: "version", proposal: "q", number: 3 },
] as const;

test("what was done stands in its order with who did it; where people looked and sat does not", () => {
  expect(
    told(
      ["room", proposalAct("p")],
      ["Leder", { kind: "stage", stage: "draw", minutes: 20 }],
      ["Bo", { kind: "sit", table: "t" }],
      ["Leder", { kind: "bring", proposal: "p", lon: 11, lat: 55, zoom: 9 }],
      ["Bo", { ...proposalAct("q"), from: { proposal: "p", number: 1 } } as Act],
      ["Bo", { ...proposalAct("r"), from: { proposal: "p", number: 1 }, joins: { proposal: "q", number: 5 } } as Act],
      ["Leder", { kind: "freeze", proposal: "q", dissent: "Udby mister sin skole" }],
      ["Leder", { kind: "council", proposal: "q", state: "hearing", text: "til 1. maj" }],
    ),
  ).toEqual([
    "Den, der lavede rummet, lagde forslaget »P« frem.",
    "Leder gik til punktet »Tegn forslag« (20 min.).",
    "Bo lagde »Q« frem, en kopi af »P«.",
    "Bo lagde »R« frem, samlet af »P« og »Q«.",
    "Leder låste »Q« og gjorde det klar til byrådet. De, der er imod, siger: »Udby mister sin skole«.",
    "Leder skrev, hvad der er sket med »Q«: i høring (»til 1. maj«).",
  ]);
});

const rename = (number: number, from: string, to: string): Entry => {
  const change = { kind: "text" as const, from: { title: from, reason: "" }, to: { title: to, reason: "" } };
  return { number, proposal: "p", edit: { id: `t${number}`, by: "Bo", at: AT, changes: [change] } };
};
const done = (number: number, by: string, act: Act): ActEntry => ({ number, id: `e${number}`, by, at: AT, act });
const reason = (id: string): Act => ({ kind: "comment", comment: id, proposal: "p", tone: "for", text: "Ja" });

test("a proposal is called what it was called when something was done, and a new name is a line of its own", () => {
  const vote: Act = {
    kind: "vote",
    vote: "v",
    title: "Støtter I?",
    method: "support",
    options: [{ kind: "version", proposal: "p", number: 2 }],
  };
  const entries: readonly Entry[] = [
    done(1, "room", proposalAct("p")),
    rename(2, "Forslag", "Bevar alle skoler"),
    done(3, "Leder", vote),
    done(4, "Bo", reason("c")),
    rename(5, "Bevar alle skoler", "Luk Adby Skole"),
    done(6, "Leder", { kind: "close", vote: "v", result: { ballots: 6, first: [0], points: [6, 0] } }),
    done(7, "Bo", reason("d")),
  ];
  titles = titlesOf(entries, () => "Forslag");
  const acts = entries.filter((entry) => "act" in entry);
  expect(minutesOf(acts, NAMES, titles).map((line) => line.text.da)).toEqual([
    "Den, der lavede rummet, lagde forslaget »Forslag« frem.",
    "Bo omdøbte »Forslag« til »Bevar alle skoler«.",
    "Leder begyndte afstemningen »Støtter I?« om »Bevar alle skoler«, version nr. 2.",
    "Bo skrev et argument for »Bevar alle skoler«: »Ja«.",
    "Bo omdøbte »Bevar alle skoler« til »Luk Adby Skole«.",
    "Leder lukkede afstemningen »Støtter I?« om »Bevar alle skoler«, version nr. 2: vedtaget (6 stemmer: 6 for, 0 imod).",
    "Bo skrev et argument for »Luk Adby Skole«: »Ja«.",
  ]);
  // What a council is handed says so as well.
  const frozen = done(8, "Leder", { kind: "freeze", proposal: "p", dissent: "" });
  const meeting = [...entries, frozen].reduce(afterEntry, EMPTY_MEETING);
  const handed = handedOver(meeting, { proposal: "p", lastDrawn: 5 }, NAMES)!;
  expect(handed.said.map(({ called }) => called)).toEqual(["Bevar alle skoler", undefined]);
  expect(handed.votes[0].da).toContain("om »Bevar alle skoler«, version nr. 2: vedtaget");
});

const about = (on: Anchor): Act => ({
  kind: "comment",
  comment: on.kind,
  proposal: "p",
  tone: "against",
  text: "Nej",
  on,
});

test("a comment is told with the school, figure or place that it is about, in the minutes and to the council", () => {
  const anchors: readonly Anchor[] = [
    { kind: "site", site: "udby" },
    { kind: "measure", measure: "saving" },
    { kind: "place", lon: 11, lat: 55 },
  ];
  const acts = anchors.map((on) => ["Bo", about(on)] as const);
  expect(told(...acts, ["Leder", { kind: "hide", what: { comment: "place" }, reason: "" }])).toEqual([
    "Bo skrev et argument imod »P« (om site): »Nej«.",
    "Bo skrev et argument imod »P« (om measure): »Nej«.",
    "Bo skrev et argument imod »P« (om place); det er siden slettet.",
    "Leder slettede et indlæg.",
  ]);
  const entries = [
    ["Leder", proposalAct("p")] as const,
    ...acts,
    ["Leder", { kind: "freeze", proposal: "p", dissent: "" }] as const,
  ];
  const meeting = entries.map(([by, act], i) => done(i + 1, by, act as Act)).reduce(afterEntry, EMPTY_MEETING);
  const { said } = handedOver(meeting, { proposal: "p", lastDrawn: 1 }, NAMES)!;
  expect(said.map(({ on }) => on?.da)).toEqual(["om site", "om measure", "om place"]);
});

/** So many minutes into the evening. */
const at = (minute: number): string => `2026-01-01T19:${String(minute).padStart(2, "0")}:00.000Z`;

const drew = (by: string, minute: number, what?: string, proposal = "p") => ({
  proposal,
  by,
  at: at(minute),
  ...(what !== undefined && { note: { da: what, en: what } }),
});

test("what was drawn between two lines is a line for each who drew and each proposal, the first things by name and the others counted", () => {
  const acts = [
    done(1, "room", proposalAct("p")),
    done(2, "Leder", { kind: "stage", stage: "draw", minutes: null }),
    done(9, "Leder", { kind: "pause", on: true }),
  ].map((entry, i) => ({ ...entry, at: at(10 * i) }));
  const lines = (drawings: readonly ReturnType<typeof drew>[]) =>
    minutesOf(acts, NAMES, [], drawings).map(({ text }) => text.da);
  expect(
    lines([
      drew("Bo", 11, "Luk Udby Skole"),
      drew("Bo", 12, "Mal"),
      drew("Eva", 12),
      drew("Bo", 13, "Mal"),
      // By a clock that is behind, of the same proposal: it was made after what stands before it.
      drew("Eva", 1),
      drew("Bo", 25, "Åbn Udby Skole"),
      drew("Bo", 14, "Mal", "q"),
    ]),
  ).toEqual([
    "Den, der lavede rummet, lagde forslaget »P« frem.",
    "Leder gik til punktet »Tegn forslag«.",
    "Bo tegnede på »P«: Luk Udby Skole; Mal.",
    "Eva tegnede på »P«: 2 ændringer.",
    "Bo tegnede på »Q«: Mal.",
    "Leder holdt pause.",
    "Bo tegnede på »P«: Åbn Udby Skole.",
  ]);
  const many = Array.from({ length: 8 }, (_, i) => drew("Bo", 11, `Nr. ${i + 1}`));
  expect(lines([...many, drew("Bo", 12, "Nr. 1"), drew("Bo", 12)])[2]).toBe(
    "Bo tegnede på »P«: Nr. 1; Nr. 2; Nr. 3; Nr. 4; Nr. 5 og 4 ændringer mere.",
  );
  expect(lines([...many.slice(0, 5), drew("Bo", 12)])[2]).toMatch(/Nr\. 5 og én ændring mere\.$/);
});

test("what was deleted is told as deleted, not what it was", () => {
  const lines = told(
    ["Bo", { kind: "comment", comment: "c", proposal: "p", tone: "against", text: "Hun bor Vej 7" }],
    ["Leder", { kind: "hide", what: { comment: "c" }, reason: "en adresse" }],
  );
  expect(lines).toEqual([
    "Bo skrev et argument imod »P«; det er siden slettet.",
    "Leder slettede et indlæg med begrundelsen »en adresse«.",
  ]);
});

test("who has the pen and which links hold is told", () => {
  expect(
    told(
      ["Leder", { kind: "pen", seat: "Bo" }],
      ["Leder", { kind: "pen", seat: null }],
      ["Leder", { kind: "link", role: "participant", isOpen: true }],
      ["Leder", { kind: "link", role: "viewer", isOpen: false }],
    ),
  ).toEqual([
    "Leder gav pennen til Bo.",
    "Leder lod alle tegne igen.",
    "Leder lavede et nyt link til deltagere.",
    "Leder lukkede linket til tilskuere.",
  ]);
});

test("what somebody had deleted of their own is told as that, whoever did it for them", () => {
  const comment: Act = { kind: "comment", comment: "c", proposal: "p", tone: "for", text: "…" };
  expect(
    told(
      ["Bo", comment],
      ["Leder", { kind: "hide", what: { entry: "e" }, reason: "et navn" }],
      ["Bo", { kind: "forget", seat: "Bo" }],
      ["room", { kind: "forget", seat: "Bo" }],
    ),
  ).toEqual([
    "Bo skrev et argument for »P«; det er siden slettet.",
    "Leder slettede en titel eller et notat med begrundelsen »et navn«.",
    "Bo slettede sit navn og sine bidrag.",
    "Den, der driver programmet, slettede en deltagers navn og bidrag.",
  ]);
});

test("of a vote its result is told as far as it tells nobody's ballot", () => {
  const vote: Act = { kind: "vote", vote: "v", title: "Hvilket?", method: "dots", options: [...options] };
  const closed = (result: Extract<Act, { kind: "close" }>["result"]) =>
    told(["Leder", vote], ["Leder", { kind: "close", vote: "v", ...(result && { result }) }])[1];
  expect(closed({ ballots: 6, first: [1], points: [4, 9] })).toBe(
    "Leder lukkede afstemningen »Hvilket?«: først: Q (6 stemmer: Q: 9; P: 4).",
  );
  expect(closed({ ballots: 6, first: [1], points: [0, 18] })).toMatch(/\(6 stemmer: Q: 18; de øvrige: 0\)\.$/);
  expect(closed({ ballots: 4, first: [0] })).toBe("Leder lukkede afstemningen »Hvilket?«: først: P (4 stemmer).");
  expect(closed({ ballots: 2, first: [] })).toBe(
    "Leder lukkede afstemningen »Hvilket?«: for få stemmer til at vise (2 stemmer).",
  );
});

test("an order of preference is told count by count: who won does not follow from first places alone", () => {
  const result = {
    ballots: 7,
    first: [1],
    points: [3, 2, 2],
    rounds: [
      { first: [3, 2, 2], out: [2] },
      { first: [3, 4, 0], out: [] },
    ],
  };
  const three = ["A", "B", "C"].map((text) => ({ kind: "text" as const, text }));
  const vote: Act = { kind: "vote", vote: "v", title: "Hvilken?", method: "ranked", options: three, dots: 1 };
  const lines = told(["Leder", vote], ["Leder", { kind: "close", vote: "v", result }]);
  expect(lines[1]).toBe(
    "Leder lukkede afstemningen »Hvilken?«: først: B (7 stemmer: 1. optælling: A 3, B 2, C 2. Udgår: C; 2. optælling: A 3, B 4).",
  );
});

const say = (comment: string, proposal: string, more: { readonly to?: string } = {}): Act => ({
  kind: "comment",
  comment,
  proposal,
  tone: "for",
  text: comment,
  ...more,
});

test("a joined proposal has what was said of both, with whose it was, and says what of it was said after they were joined", () => {
  const meeting = [
    done(1, "Leder", proposalAct("p")),
    done(2, "Bo", proposalAct("q")),
    done(3, "Leder", say("of the first", "p")),
    done(4, "Bo", say("of the second", "q")),
    done(5, "Bo", {
      ...proposalAct("r"),
      from: { proposal: "p", number: 4 },
      joins: { proposal: "q", number: 4 },
    } as Act),
    done(6, "Leder", say("later", "p")),
    done(7, "Leder", say("its own", "r")),
    done(8, "Leder", say("an answer", "r", { to: "of the second" })),
    done(9, "Leder", { kind: "freeze", proposal: "r", dissent: "" }),
  ].reduce(afterEntry, EMPTY_MEETING);
  const handed = handedOver(meeting, { proposal: "r", lastDrawn: 5 }, NAMES)!;
  expect(handed.joins).toEqual(["P", "Q"]);
  expect(handed.said.map(({ text, of, since, answers }) => [text, of, since, answers])).toEqual([
    ["of the first", "P", undefined, []],
    ["of the second", "Q", undefined, ["an answer"]],
    ["later", "P", true, []],
    ["its own", undefined, undefined, []],
  ]);
});
