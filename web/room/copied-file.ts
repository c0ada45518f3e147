import { applyChanges, compose, type Edit, setTitle, writeEdit } from "../../src/index.ts";
import { type ProposalFile, proposalFileSchema } from "../../src/protocol/proposal-file.ts";
import { RENAMED } from "../proposals/studio-words.ts";
import type { Around, Made, More } from "./session-parts.ts";

interface With extends Pick<Around, "read"> {
  readonly more: More | undefined;
  readonly edit: (made: Made) => Edit;
}

/** A proposal's file under another title and with more changes, all in one edit: nothing of it can be refused by itself. `undefined` where it cannot be read. */
export function copiedFile(written: unknown, title: string, { more, read, edit }: With): ProposalFile | undefined {
  const { data: file } = proposalFileSchema.safeParse(written);
  const draft = file && read(file, title)?.draft;
  if (!draft) return undefined;
  const joined = more ? applyChanges(draft, more.changes) : draft;
  const changes = compose(more?.changes ?? [], setTitle(joined, title));
  const edits = changes.length > 0 ? [writeEdit(draft, edit({ changes, note: more?.note ?? RENAMED }))] : [];
  return { ...file, edits: [...file.edits, ...edits] };
}
