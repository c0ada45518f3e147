import type { Units } from "../domain/municipality.ts";
import { cellsWithin } from "../geo/cells.ts";
import { joinedBytes, partedBytes } from "../kernels/number-bytes.ts";
import { DecisionReader, DecisionWriter, type Decisions } from "../kernels/range-coder.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";

/** What a pack's numbers mean: it is read on the data alone that it was made on. */
type ProposalGround = Pick<Units, "id" | "shape" | "adjacency">;

/** Stands where units were named. */
const ELSEWHERE = 0;
/** Of a unit's neighbours told before it, as many as are told apart. */
const MOST = 3;
/** By how many of those are in, how many are not, and whether the unit before is. */
const CONTEXTS = (MOST + 1) * (MOST + 1) * 2;

/**
 * A proposal's file small enough for a link: its words as they are, and for each list of areas which of the case's units are in it, a
 * decision a unit told by those beside it, so that a list costs as much as the line around it is long. Lists that name anything
 * else stay among the words.
 */
export function packProposal({ id, shape, adjacency }: ProposalGround, file: ProposalFile): Uint8Array<ArrayBuffer> {
  const writer = new DecisionWriter(CONTEXTS);
  const numbers = new Map(id.map((name, number) => [name, number]));
  const numbersOf = (name: string): readonly number[] => {
    const own = numbers.get(name);
    return own === undefined ? cellsWithin(name, shape).flatMap((cell) => numbers.get(cell) ?? []) : [own];
  };
  const words = JSON.stringify(file, function (this: unknown, key, value: unknown) {
    if (!isList(this, key, value)) return value;
    const isIn = new Uint8Array(id.length);
    for (const name of value) {
      const found = numbersOf(name);
      if (found.length === 0) return value;
      for (const unit of found) isIn[unit] = 1;
    }
    codeList(writer, adjacency, isIn);
    return ELSEWHERE;
  });
  return joinedBytes([new TextEncoder().encode(words), writer.finish()]);
}

/** What is read of a pack without the data that it was made on: its file's text, in which a number stands for each list of areas. */
export const packedWords = (bytes: Uint8Array): string => new TextDecoder().decode(partedBytes(bytes)[0]);

/** The text of the file that {@link packProposal} packed, where these are the data it was made on; "cut" where the bytes are none. */
export function unpackProposal(
  { id, adjacency }: ProposalGround,
  dataHash: string,
  bytes: Uint8Array,
): { readonly text: string } | "cut" | "other-data" {
  try {
    const [, lists] = partedBytes(bytes);
    const words = packedWords(bytes);
    const { data }: Partial<ProposalFile> = JSON.parse(words);
    if (data !== dataHash) return "other-data";
    const reader = new DecisionReader(CONTEXTS, lists);
    const file: unknown = JSON.parse(words, (key, value: unknown) => {
      if (key !== "units" || value !== ELSEWHERE) return value;
      const isIn = new Uint8Array(id.length);
      codeList(reader, adjacency, isIn);
      return id.filter((_, unit) => isIn[unit] === 1);
    });
    return reader.isRead ? { text: JSON.stringify(file) } : "cut";
  } catch {
    return "cut";
  }
}

/** The units of some grades, whose order says nothing. */
const isList = (holder: unknown, key: string, value: unknown): value is readonly string[] =>
  key === "units" && Array.isArray(value) && typeof holder === "object" && holder !== null && "bands" in holder;

/** `isIn`: what is written, or where what is read goes, `[unit]`. */
function codeList(hand: Decisions, { start, target }: ProposalGround["adjacency"], isIn: Uint8Array): void {
  for (let unit = 0; unit < isIn.length; unit++) {
    let [inside, outside] = [0, 0];
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      if (target[edge] >= unit) continue;
      if (isIn[target[edge]] === 1) inside++;
      else outside++;
    }
    const before = unit > 0 ? isIn[unit - 1] : 0;
    const context = (Math.min(MOST, inside) * (MOST + 1) + Math.min(MOST, outside)) * 2 + before;
    isIn[unit] = hand.decide(context, isIn[unit] === 1) ? 1 : 0;
  }
}
