import type { Checked, Issue } from "../domain/issue.ts";
import { type Proposal, readProposal } from "../edit/proposal-file.ts";
import { type PaperFile, paperFileSchema } from "../protocol/paper-file.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";
import { councilSum } from "./canonical.ts";
import type { CouncilGround } from "./figures.ts";
import { compared, type DifferingLeaf, differingLeaves, type Leaf, leaves } from "./leaves.ts";
import { paperFile, type PaperPlan } from "./paper-file.ts";
import { type NamedFigure, paperFigures } from "./paper-figures.ts";

/** The file of a paper, where the text is one. */
export function readPaperFile(text: string): PaperFile | undefined {
  try {
    return paperFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What became of working a paper's figures out anew. */
export interface CheckedPaper {
  /** Of how many figures. */
  readonly figures: number;
  readonly differing: readonly (Pick<NamedFigure, "name"> & {
    readonly told: Leaf | undefined;
    readonly found: Leaf | undefined;
  })[];
  /** Words that follow from case and plan, and are others when they are worked out anew. */
  readonly fields: readonly DifferingLeaf[];
  /** Whether the file's sum is that of what stands in it. */
  readonly sum: "same" | "other";
  /** Whether it was made on the files that are open. */
  readonly data: "same" | "other";
}

export const isPaperAgreeing = ({ differing, fields, sum, data }: CheckedPaper): boolean =>
  differing.length === 0 && fields.length === 0 && sum === "same" && data === "same";

/** Makes the paper's figures again from the case that is open and the plans in it; no value where those cannot be read there. */
export function checkPaper(
  ground: CouncilGround & { readonly dataHash: string },
  file: PaperFile,
  name: string,
): Checked<CheckedPaper> {
  const issues: Issue[] = [];
  const read = (proposal: ProposalFile): PaperPlan | undefined => {
    const context = { municipality: ground.basis.municipality, plans: ground.plans, dataHash: ground.dataHash };
    const found: Checked<Proposal> = readProposal(JSON.stringify(proposal), context, name);
    issues.push(...found.issues);
    return found.value && { proposal, draft: found.value.draft };
  };
  const own = read(file.proposal);
  const others = file.alternatives.map(({ role, proposal }) => ({ role, plan: read(proposal) }));
  const alternatives = others.flatMap(({ role, plan }) => (plan ? [{ role, ...plan }] : []));
  if (!own || alternatives.length < others.length) return { issues };
  const now = paperFile(ground, { ...own, alternatives, start: file.start, made: file.made });
  return {
    issues,
    value: {
      ...compared(paperFigures(file), paperFigures(now)),
      fields: differingLeaves(wordsOf(file), wordsOf(asOlder(now, file))),
      sum: councilSum(file) === file.sum ? "same" : "other",
      data: file.case.data === ground.dataHash && file.proposal.data === ground.dataHash ? "same" : "other",
    },
  };
}

/** The first files did not say what amounts are in. */
function asOlder(now: PaperFile, { figures: were }: PaperFile): PaperFile {
  const { currency, ...rest } = now.figures;
  return { ...now, figures: { ...rest, ...(were.currency && { currency }) } };
}

/** All of a file that is no figure, follows from case and plans, and is said in words. */
function wordsOf(file: PaperFile): ReadonlyMap<string, Leaf> {
  const { format: _, version: _version, made: _made, sum: _sum, proposal, alternatives, figures, ...rest } = file;
  const { rows: _rows, ...told } = figures;
  const others = alternatives.map(({ proposal: other, ...each }) => ({ ...each, proposal: { title: other.title } }));
  const numbers = new Set(paperFigures(file).keys());
  const all = leaves({ ...rest, figures: told, alternatives: others, proposal: { title: proposal.title } });
  return new Map(all.filter(([path]) => !numbers.has(path)));
}
