import { expect, test } from "vitest";
import { countNews, newsOf } from "../../src/meeting/news.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import { after, AT, proposalAct } from "./world.ts";

const said = (comment: string, proposal: string): Act => ({
  kind: "comment",
  comment,
  proposal,
  tone: "question",
  text: "?",
});
const vote: Act = { kind: "vote", vote: "v", title: "Ja?", method: "support", options: [{ kind: "text", text: "a" }] };

const DONE: readonly (readonly [string, Act])[] = [
  ["room", proposalAct("p")],
  ["anna", said("a", "p")],
  ["bo", said("b", "p")],
  ["bo", proposalAct("q")],
  ["bo", said("c", "q")],
  ["bo", said("d", "q")],
  ["bo", { kind: "hide", what: { comment: "d" }, reason: "" }],
  ["leader", vote],
];

const seenBy = (seat: string, more: Partial<Parameters<typeof newsOf>[0]> = {}) => ({
  meeting: after(...DONE),
  acts: DONE.map(([by, act], i) => ({ number: i + 1, id: `e${i}`, by, at: AT, act })),
  ballots: [],
  seat,
  mayVote: true,
  ...more,
});

test("what others did since one came is new, proposal by proposal, until it is read; what is deleted is not", () => {
  const none = { meeting: 1, came: 1, talk: new Map() };
  const news = newsOf(seenBy("anna"), none);
  expect([...news.talk]).toEqual([
    ["p", 1],
    ["q", 1],
  ]);
  expect(news.others).toBe(1);
  expect(news.votes.map(({ id }) => id)).toEqual(["v"]);
  expect(countNews(news)).toBe(4);
  expect([...newsOf(seenBy("anna"), { ...none, talk: new Map([["p", 3]]) }).talk]).toEqual([["q", 1]]);
  expect(countNews(newsOf(seenBy("bo"), none))).toBe(2);
  expect(countNews(newsOf(seenBy("anna"), { meeting: 8, came: 8, talk: new Map() }))).toBe(1);
});

test("an open vote is new until one has voted, for whoever may", () => {
  const read = { meeting: 8, came: 8, talk: new Map() };
  expect(newsOf(seenBy("anna", { ballots: [{ vote: "v", ballot: [1] }] }), read).votes).toEqual([]);
  expect(newsOf(seenBy("anna", { ballots: [{ vote: "v", ballot: null }] }), read).votes).toHaveLength(1);
  expect(newsOf(seenBy("anna", { mayVote: false }), read).votes).toEqual([]);
});
