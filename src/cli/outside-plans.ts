import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { decodeText } from "../import/text.ts";

/** A plan or a proposal from outside the case's folder, by the id that it is known by here, with the SHA-256 of its file. */
export interface OutsidePlan {
  readonly id: string;
  readonly hash: string;
}

/** A plan file with the id that it is known by here, whatever its own is, all else as it was, so that lines and columns stay. Bytes that are no plan are left alone. */
export function renamedPlan(bytes: Uint8Array, to: string): Uint8Array {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) return bytes;
  const tree = parseTree(decoded.text);
  const node = tree && findNodeAtLocation(tree, ["id"]);
  if (typeof node?.value !== "string" || node.value === "" || node.value === to) return bytes;
  const { text } = decoded;
  const renamed = `${text.slice(0, node.offset)}${JSON.stringify(to)}${text.slice(node.offset + node.length)}`;
  return new TextEncoder().encode(renamed);
}
