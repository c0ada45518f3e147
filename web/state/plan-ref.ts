/** Names a plan of the page: of the list, of a file, or drawn here. `pagePlan` says which plan that is. */
export type PlanRef =
  | { readonly from: "list"; readonly number: number }
  | { readonly from: "file"; readonly id: string }
  | { readonly from: "own"; readonly id: string };

/** A plan's number in the list, counted from 0; undefined for every other plan. */
export const listNumber = (ref: PlanRef | undefined): number | undefined =>
  ref?.from === "list" ? ref.number : undefined;

/** The id of a plan that came as a file; undefined for every other plan. */
export const fileId = (ref: PlanRef | undefined): string | undefined => (ref?.from === "file" ? ref.id : undefined);

/** The id of a proposal drawn here; undefined for every other plan. */
export const ownId = (ref: PlanRef | undefined): string | undefined => (ref?.from === "own" ? ref.id : undefined);

const OF_ROOM = "room-";

/** What a room's proposal is known by on the page. */
export const roomProposalId = (room: string, key: string): string => `${OF_ROOM}${room}-${key}`;

/** Whether an id is one of a room's proposals: it is here only while the page is in that room. */
export const isOfRoom = (id: string): boolean => id.startsWith(OF_ROOM);

/** Parts of an address that name the plan looked at; one at a time. */
export const PLAN_PARTS = ["plan", "file", "own"] as const;

/** The part of an address that names the plan, and what it says. */
export const planPart = (ref: PlanRef): readonly [part: (typeof PLAN_PARTS)[number], value: string] =>
  ref.from === "list" ? ["plan", String(ref.number + 1)] : [ref.from, ref.id];

/** The plan that an address names. */
export function refOfParts(said: URLSearchParams): PlanRef | undefined {
  for (const from of ["own", "file"] as const) {
    const id = said.get(from);
    if (id !== null) return { from, id };
  }
  return listedRef(said.get("plan"));
}

/** Where any plan may be named by one word: "78", counted from 1 as people do, or "file.2016". */
export const textOfRef = (ref: PlanRef): string =>
  ref.from === "list" ? String(ref.number + 1) : `${ref.from}.${ref.id}`;

/** The plan that a part of an address names; undefined where it names none. */
export function refOf(text: string | null): PlanRef | undefined {
  for (const from of ["own", "file"] as const)
    if (text?.startsWith(`${from}.`)) return { from, id: text.slice(from.length + 1) };
  return listedRef(text);
}

const listedRef = (text: string | null): PlanRef | undefined =>
  text !== null && /^[1-9]\d{0,6}$/.test(text) ? { from: "list", number: Number(text) - 1 } : undefined;
