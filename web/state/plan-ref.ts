/** Names a plan of the page: of the list, of a file, drawn here, or by which of today's districts it joins. `pagePlan` says which plan that is. */
export type PlanRef =
  | { readonly from: "list"; readonly number: number }
  | { readonly from: "file"; readonly id: string }
  | { readonly from: "own"; readonly id: string }
  /** Whatever is listed: a number is of one list alone. The id is as `joinedId` writes it. */
  | { readonly from: "joined"; readonly id: string };

/** A plan's number in the list, counted from 0; undefined for every other plan. */
export const listNumber = (ref: PlanRef | undefined): number | undefined =>
  ref?.from === "list" ? ref.number : undefined;

/** The id of a plan that came as a file; undefined for every other plan. */
export const fileId = (ref: PlanRef | undefined): string | undefined => (ref?.from === "file" ? ref.id : undefined);

/** What a plan joins, where it is named by that; undefined for every other plan. */
export const joinedId = (ref: PlanRef | undefined): string | undefined => (ref?.from === "joined" ? ref.id : undefined);

/** The id of a proposal drawn here; undefined for every other plan. */
export const ownId = (ref: PlanRef | undefined): string | undefined => (ref?.from === "own" ? ref.id : undefined);

const OF_ROOM = "room-";

/** What a room's proposal is known by on the page. */
export const roomProposalId = (room: string, key: string): string => `${OF_ROOM}${room}-${key}`;

/** Whether an id is one of a room's proposals: it is here only while the page is in that room. */
export const isOfRoom = (id: string): boolean => id.startsWith(OF_ROOM);

/** Parts of an address that name the plan looked at; one at a time. */
export const PLAN_PARTS = ["plan", "file", "own", "joined"] as const;

const BY_ID = ["own", "file", "joined"] as const;

/** The part of an address that names the plan, and what it says. */
export const planPart = (ref: PlanRef): readonly [part: (typeof PLAN_PARTS)[number], value: string] =>
  ref.from === "list" ? ["plan", String(ref.number + 1)] : [ref.from, ref.id];

/** The plan that an address names. */
export function refOfParts(said: URLSearchParams): PlanRef | undefined {
  for (const from of BY_ID) {
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
  for (const from of BY_ID) if (text?.startsWith(`${from}.`)) return { from, id: text.slice(from.length + 1) };
  return listedRef(text);
}

/** Whether a plan can be pinned by this name: a number is of one list alone. */
export const isPinnable = ({ from }: PlanRef): boolean => from !== "list";

/** "file.2016,joined.stay.01123": several plans, each named by one word; their ids may hold any sign. */
export const textOfRefs = (refs: readonly PlanRef[]): string => refs.map(textOfRef).map(encodeURIComponent).join(",");

/** The plans that a text names, each once; a word that names none is left out. */
export function refsOf(text: string): readonly PlanRef[] {
  const found = text.split(",").flatMap((word) => refOf(decoded(word) ?? null) ?? []);
  return [...new Map(found.map((ref) => [textOfRef(ref), ref])).values()];
}

function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}

const listedRef = (text: string | null): PlanRef | undefined =>
  text !== null && /^[1-9]\d{0,6}$/.test(text) ? { from: "list", number: Number(text) - 1 } : undefined;
