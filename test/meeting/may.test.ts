import { describe, expect, test } from "vitest";
import { FARE, HOUSES } from "../cases/assumed.ts";
import { drawnBy, hindersAct, hindersBallot, hindersDrawing } from "../../src/meeting/may.ts";
import { readyVote } from "../../src/meeting/meeting.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import { mayDo, ROLES, ROOM_ACTIONS } from "../../src/protocol/room-roles.ts";
import { after, everybody, proposalAct, seatOf } from "./world.ts";

/** Every act that a room with a proposal "p", a comment "c" of nobody's, an open vote "v" and a table "t" has, each as it may be done. */
const ACTS: Readonly<Record<Act["kind"], Act>> = {
  proposal: proposalAct("q"),
  stage: { kind: "stage", stage: "look", minutes: 10 },
  clock: { kind: "clock", minutes: 5 },
  pause: { kind: "pause", on: true },
  pen: { kind: "pen", seat: "somebody" },
  bring: { kind: "bring", proposal: "p", lon: 11, lat: 55, zoom: 10 },
  follow: { kind: "follow", on: true },
  cursors: { kind: "cursors", rule: "all" },
  role: { kind: "role", seat: "somebody", role: "viewer" },
  out: { kind: "out", seat: "somebody" },
  back: { kind: "back", seat: "gone" },
  link: { kind: "link", role: "viewer", isOpen: false },
  table: { kind: "table", table: "u", name: "Bord 2", proposal: "p" },
  sit: { kind: "sit", table: "t" },
  comment: { kind: "comment", comment: "d", proposal: "p", tone: "for", text: "God idé" },
  hide: { kind: "hide", what: { comment: "c" }, reason: "en adresse" },
  forget: { kind: "forget", seat: "somebody" },
  version: { kind: "version", proposal: "p", name: "Første bud" },
  vote: { kind: "vote", vote: "w", title: "Hvilket?", method: "dots", options: [word("a"), word("b")] },
  close: { kind: "close", vote: "v" },
  freeze: { kind: "freeze", proposal: "p", dissent: "" },
  council: { kind: "council", proposal: "passed", state: "received", text: "" },
};

function word(text: string) {
  return { kind: "text", text } as const;
}

const room = after(
  ["room", proposalAct("p")],
  ["room", proposalAct("passed")],
  ["seat-facilitator", { kind: "freeze", proposal: "passed", dissent: "" }],
  ["seat-facilitator", { kind: "table", table: "t", name: "Bord 1", proposal: "passed" }],
  ["seat-facilitator", { kind: "out", seat: "gone" }],
  ["nobody", { kind: "comment", comment: "c", proposal: "p", tone: "question", text: "Hvorfor?" }],
  [
    "seat-facilitator",
    { kind: "vote", vote: "v", title: "Ja?", method: "ranked", options: [word("a"), word("b"), word("c")] },
  ],
);

/** Who may do each act, written out by hand: F leads, C helps to lead, P takes part; V and J only watch. */
const WHO: Readonly<Record<Act["kind"] | "draw" | "ballot" | "ready", string>> = {
  proposal: "FCP",
  stage: "FC",
  clock: "FC",
  pause: "FC",
  pen: "FC",
  bring: "FC",
  follow: "FC",
  cursors: "FC",
  role: "F",
  out: "F",
  back: "F",
  link: "F",
  table: "FC",
  sit: "FCP",
  comment: "FCP",
  hide: "FC",
  // Of anybody else.
  forget: "",
  version: "FCP",
  vote: "FC",
  close: "FC",
  freeze: "F",
  council: "F",
  draw: "FCP",
  ballot: "FCP",
  ready: "FCP",
};
const LETTER = { facilitator: "F", "co-facilitator": "C", participant: "P", viewer: "V", projector: "J" } as const;

describe.each(everybody)("$role", (seat) => {
  const isIn = (who: string) => who.includes(LETTER[seat.role]);
  test.each(Object.values(ACTS))("$kind", (act) => {
    expect(hindersAct(room, seat, act) === undefined).toBe(isIn(WHO[act.kind]));
  });
  test("draws and votes where its role does", () => {
    expect(hindersDrawing(room, seat, "p") === undefined).toBe(isIn(WHO.draw));
    expect(hindersBallot(room, seat, "v", [1, 0]) === undefined).toBe(isIn(WHO.ballot));
    expect(hindersBallot(room, seat, readyVote(room), []) === undefined).toBe(isIn(WHO.ready));
  });
  test("once sent out may do nothing", () => {
    const without = after(["room", proposalAct("p")], ["x", { kind: "out", seat: seat.id }]);
    expect(hindersDrawing(without, seat, "p")).toBe("out");
    expect(Object.values(ACTS).map((act) => hindersAct(without, seat, act))).toEqual(
      Object.values(ACTS).map(() => "out"),
    );
    expect(hindersBallot(without, seat, "v", [1])).toBe("out");
  });
});

test("whoever watches has nothing but to see; every action is somebody's", () => {
  for (const role of ["viewer", "projector"] as const)
    expect(ROOM_ACTIONS.filter((action) => mayDo(role, action))).toEqual(["see"]);
  expect(ROOM_ACTIONS.filter((action) => !ROLES.some((role) => mayDo(role, action)))).toEqual([]);
});

const anna = seatOf("participant");
const leader = seatOf("facilitator");

test("a role that was given holds from the entry on", () => {
  const raised = after(
    ["room", proposalAct("p")],
    [leader.id, { kind: "role", seat: "seat-viewer", role: "participant" }],
  );
  expect(hindersDrawing(raised, seatOf("viewer"), "p")).toBeUndefined();
});

test("whoever is sent out, or may no longer, has neither the pen nor followers; and has the seat again once it is given back", () => {
  const seat = "seat-co-facilitator";
  const leads = (...acts: readonly Act[]) =>
    after(
      ["room", proposalAct("p")],
      [leader.id, { kind: "pen", seat }],
      [seat, { kind: "follow", on: true }],
      ...acts.map((act): [string, Act] => [leader.id, act]),
    );
  const has = ({ pen, follows }: ReturnType<typeof leads>) => [pen, follows];
  expect(has(leads())).toEqual([seat, seat]);
  expect(has(leads({ kind: "role", seat, role: "participant" }))).toEqual([seat, null]);
  expect(has(leads({ kind: "role", seat, role: "viewer" }))).toEqual([null, null]);
  expect(has(leads({ kind: "out", seat }))).toEqual([null, null]);
  const back = leads({ kind: "out", seat }, { kind: "back", seat });
  expect(hindersDrawing(back, seatOf("co-facilitator"), "p")).toBeUndefined();
});

test("what is drawn waits for the stage, a pause, the pen and the table; those who lead wait for the stage alone", () => {
  const at = (...acts: readonly Act[]) =>
    after(["room", proposalAct("p")], ...acts.map((act): [string, Act] => [leader.id, act]));
  const both = (meeting: ReturnType<typeof at>) => [anna, leader].map((seat) => hindersDrawing(meeting, seat, "p"));
  expect(both(at())).toEqual([undefined, undefined]);
  expect(both(at({ kind: "stage", stage: "draw", minutes: null }))).toEqual([undefined, undefined]);
  for (const stage of ["look", "priorities", "compare", "decide"] as const)
    expect(both(at({ kind: "stage", stage, minutes: null }))).toEqual(["stage", "stage"]);
  // What a figure is said to be is part of comparing.
  const claim = { kind: "assumption", id: "x", to: FARE } as const;
  const compares = at({ kind: "stage", stage: "compare", minutes: null });
  expect(hindersDrawing(compares, anna, "p", drawnBy([claim]))).toBeUndefined();
  expect(hindersDrawing(compares, anna, "p", drawnBy([claim, { ...claim, to: HOUSES }]))).toBe("stage");
  const decides = at({ kind: "stage", stage: "decide", minutes: null });
  expect(hindersDrawing(decides, anna, "p", drawnBy([claim]))).toBe("stage");
  expect(both(at({ kind: "pause", on: true }))).toEqual(["paused", undefined]);
  expect(both(at({ kind: "pause", on: true }, { kind: "pause", on: false }))).toEqual([undefined, undefined]);
  expect(both(at({ kind: "pen", seat: "bo" }))).toEqual(["pen", undefined]);
  expect(both(at({ kind: "pen", seat: anna.id }))).toEqual([undefined, undefined]);
  expect(both(at({ kind: "pen", seat: "bo" }, { kind: "out", seat: "bo" }))).toEqual([undefined, undefined]);
  const table: Act = { kind: "table", table: "t", name: "Bord 1", proposal: "p" };
  expect(both(at(table))).toEqual(["table", undefined]);
  const sits = after(["room", proposalAct("p")], [leader.id, table], [anna.id, { kind: "sit", table: "t" }]);
  expect(hindersDrawing(sits, anna, "p")).toBeUndefined();
  expect(hindersDrawing(room, anna, "passed")).toBe("proposal.frozen");
  expect(hindersDrawing(room, anna, "nowhere")).toBe("proposal.unknown");
});

const version = (proposal: string, number: number) => ({ kind: "version", proposal, number }) as const;
const asks = (...options: Extract<Act, { kind: "vote" }>["options"]): Act => {
  const method = options.length === 1 ? "support" : "ranked";
  return { kind: "vote", vote: "w", title: "A", method, options };
};

test("what an act names must be there and in a state for it", () => {
  const no = (act: Act) => hindersAct(room, leader, act);
  expect(no(proposalAct("p"))).toBe("taken");
  expect(no({ ...proposalAct("q"), from: { proposal: "x", number: 1 } } as Act)).toBe("proposal.unknown");
  expect(no({ ...proposalAct("q"), from: { proposal: "p", number: 99 } } as Act)).toBe("version.unknown");
  const first = { proposal: "p", number: 1 };
  // Two are joined: not one with itself, with nothing, or with what there is none of.
  for (const [from, joins] of [
    [first, first],
    [undefined, first],
    [first, { proposal: "x", number: 1 }],
  ])
    expect(no({ ...proposalAct("q"), ...(from && { from }), joins } as Act)).toMatch(/^(version|proposal)\.unknown$/);
  expect(no({ ...proposalAct("q"), from: first, joins: { proposal: "passed", number: 2 } } as Act)).toBeUndefined();
  expect(no({ kind: "back", seat: "somebody" })).toBe("not.out");
  expect(no(asks(version("p", 1)))).toBeUndefined();
  // No entry has that number yet; that proposal was not begun by then; there is no such proposal.
  expect(no(asks(version("p", room.number + 1)))).toBe("version.unknown");
  expect(no(asks(version("passed", 1)))).toBe("version.unknown");
  expect(no(asks(version("p", 1), version("x", 1)))).toBe("proposal.unknown");
  expect(no({ kind: "version", proposal: "x", name: "A" })).toBe("proposal.unknown");
  expect(no({ kind: "freeze", proposal: "passed", dissent: "" })).toBe("proposal.frozen");
  expect(no({ kind: "council", proposal: "p", state: "decided", text: "" })).toBe("proposal.not-frozen");
  expect(no({ kind: "sit", table: "x" })).toBe("table.unknown");
  expect(no({ kind: "comment", comment: "d", proposal: "p", tone: "for", to: "x", text: "A" })).toBe("comment.unknown");
  expect(no({ kind: "close", vote: "x" })).toBe("vote.closed");
  expect(no({ kind: "role", seat: leader.id, role: "viewer" })).toBe("self");
  expect(no(asks(word("a"), word("b"), word("a")))).toBe("vote.twice");
  expect(no({ kind: "vote", vote: "w", title: "A", method: "support", options: [word("a"), word("b")] })).toBe(
    "vote.options",
  );
  expect(no({ kind: "vote", vote: "w", title: "A", method: "ranked", options: [word("a")] })).toBe("vote.options");
});

const sit = (seat: string): Act => ({ kind: "sit", table: "t", seat });

test("whoever leads seats others at a table, everybody else oneself alone", () => {
  expect(hindersAct(room, leader, sit(anna.id))).toBeUndefined();
  expect(hindersAct(room, anna, sit(anna.id))).toBeUndefined();
  expect(hindersAct(room, anna, sit("bo"))).toBe("role.act");
  expect(after([leader.id, sit(anna.id)], [leader.id, { kind: "sit", table: null }]).sits).toEqual(
    new Map([[anna.id, "t"]]),
  );
});

test("one's own comment one takes away oneself; others' only those who moderate", () => {
  const said = after(
    ["room", proposalAct("p")],
    [anna.id, { kind: "comment", comment: "c", proposal: "p", tone: "for", text: "A" }],
  );
  const bo = { id: "bo", role: "participant" } as const;
  const hide: Act = { kind: "hide", what: { comment: "c" }, reason: "" };
  const note: Act = { kind: "hide", what: { entry: "e1" }, reason: "" };
  expect([hide, note].map((act) => hindersAct(said, anna, act))).toEqual([undefined, "role.act"]);
  expect([hide, note].map((act) => hindersAct(said, bo, act))).toEqual(["role.act", "role.act"]);
  expect(hindersAct(said, { id: "cy", role: "co-facilitator" }, note)).toBeUndefined();
});

test("one's own words anybody has deleted, also who only watches or is out; nobody else's", () => {
  for (const seat of everybody) {
    const without = after(["room", proposalAct("p")], ["x", { kind: "out", seat: seat.id }]);
    for (const meeting of [room, without]) {
      expect(hindersAct(meeting, seat, { kind: "forget", seat: seat.id })).toBeUndefined();
      expect(hindersAct(meeting, seat, { kind: "forget", seat: "somebody" })).toBeDefined();
    }
  }
});

test("a ballot must be one of its vote, while that is open", () => {
  const fits = (ballot: number[]) => hindersBallot(room, anna, "v", ballot) === undefined;
  expect([[0], [2, 0], [0, 1, 2]].every(fits)).toBe(true);
  expect([[], [0, 0], [3], [0, 1, 2, 2]].some(fits)).toBe(false);
  expect(hindersBallot(room, anna, "v", null)).toBeUndefined();
  expect(hindersBallot(room, anna, "nowhere", [0])).toBe("vote.closed");
});
