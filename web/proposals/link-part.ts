import { z } from "zod";
import { packedWords, packProposal, type ProposalContext, type Said, unpackProposal } from "../../src/index.ts";
import { saidSchema } from "../../src/protocol/shown.ts";
import type { ProposalFile } from "../../src/protocol/proposal-file.ts";

/** Before a proposal whose areas are told by the numbers they have in the case; no sign of what is packed otherwise. */
const BY_NUMBER = "2.";

const titledSchema = z.object({ title: saidSchema });

/**
 * A proposal small enough for the part of an address that no server is told of, in so many signs at most: its file's text, which is read
 * on other data too, or else, where that is too long, its areas by their numbers. Undefined where both are too long.
 */
export async function linkPart(
  { municipality: { units } }: Pick<ProposalContext, "municipality">,
  { file, text }: { readonly file: ProposalFile; readonly text: string },
  longest: number,
): Promise<string | undefined> {
  const named = await packed(new TextEncoder().encode(text));
  if (named.length <= longest) return named;
  const numbered = `${BY_NUMBER}${await packed(packProposal(units, file))}`;
  return numbered.length <= longest ? numbered : undefined;
}

/** The file's text; "cut" where the part was cut short or never was one, "other-data" where its numbers are those of another case. */
export async function readLinkPart(
  { municipality: { units }, dataHash }: Pick<ProposalContext, "municipality" | "dataHash">,
  part: string,
): Promise<{ readonly text: string } | "cut" | "other-data"> {
  const isNumbered = part.startsWith(BY_NUMBER);
  const bytes = await unpacked(isNumbered ? part.slice(BY_NUMBER.length) : part);
  if (!bytes) return "cut";
  if (isNumbered) return unpackProposal(units, dataHash, bytes);
  return { text: new TextDecoder().decode(bytes) };
}

/** What the proposal of a link is called, whatever data it was made on. Throws where it cannot be read. */
export async function titleInLink(part: string): Promise<Said> {
  const isNumbered = part.startsWith(BY_NUMBER);
  const bytes = await unpacked(isNumbered ? part.slice(BY_NUMBER.length) : part);
  if (!bytes) throw new TypeError("cut");
  const text = isNumbered ? packedWords(bytes) : new TextDecoder().decode(bytes);
  return titledSchema.parse(JSON.parse(text)).title;
}

async function packed(plain: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined where it was cut short or was never packed here. */
async function unpacked(code: string): Promise<Uint8Array | undefined> {
  try {
    const letters = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}
