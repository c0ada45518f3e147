import type { Checked } from "../domain/issue.ts";
import type { Said } from "../domain/language.ts";
import type { Draft } from "../edit/draft.ts";
import { readProposal } from "../edit/proposal-file.ts";
import { type CouncilFile, councilFileSchema, type CouncilFigures } from "../protocol/council-file.ts";
import { councilSum, proposalHash } from "./canonical.ts";
import { compared, type DifferingLeaf, differingLeaves, leaves } from "./leaves.ts";
import { councilFile } from "./council-file.ts";
import type { CouncilGround } from "./figures.ts";

/** The file, where the text is one. */
export function readCouncilFile(text: string): CouncilFile | undefined {
  try {
    return councilFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type ToldFigure = CouncilFigures["rows"][number]["proposal"];

/** A figure of the file that is another when it is worked out anew. */
interface Differing {
  readonly measure: string;
  /** Whose figure: the proposal's, today's, a plan's by its id, or an end of the proposal's range. */
  readonly of: string;
  readonly told: ToldFigure;
  readonly found: ToldFigure;
}

/** What became of working a file out anew. */
export interface CheckedCouncilFile {
  /** Of how many figures. */
  readonly figures: number;
  readonly differing: readonly Differing[];
  /** What else of the file follows from the case and the proposal, and is another when it is worked out anew. */
  readonly fields: readonly DifferingLeaf[];
  /** What only the room knows, and nobody can work out: how many of each. */
  readonly unchecked: Readonly<Record<"said" | "votes" | "states", number>>;
  /** Whether the file's own sum is that of the proposal in it. */
  readonly hash: "same" | "other";
  /** Whether the sum of the whole file is that of what stands in it; "none": it has no sum, as the first files. */
  readonly sum: "same" | "other" | "none";
  /** Whether it was made on the files that are open. */
  readonly data: "same" | "other";
}

export const isAgreeing = ({ differing, fields, hash, sum, data }: CheckedCouncilFile): boolean =>
  differing.length === 0 && fields.length === 0 && hash === "same" && sum !== "other" && data === "same";

/**
 * Makes the file again from the case that is open and the proposal in it, and holds all that follows from those against it; no value where
 * the proposal cannot be read there.
 */
export function checkCouncilFile(
  { basis, plans, dataHash }: CouncilGround & { readonly dataHash: string },
  file: CouncilFile,
  name: string,
): Checked<CheckedCouncilFile> {
  const context = { municipality: basis.municipality, plans, dataHash };
  const { value, issues } = readProposal(JSON.stringify(file.proposal), context, name);
  if (!value) return { issues };
  const now = councilFile({ basis, plans }, { proposal: file.proposal, draft: value.draft }, file.room, {
    ...file,
    at: file.passedOn,
  });
  const figures = compared(flat(file.figures), flat(now.figures));
  const { said, votes, priorities, states } = file;
  const answers = said.reduce((sum, each) => sum + each.answers.length, 0);
  return {
    issues,
    value: {
      ...figures,
      fields: differingFields(file, now, value.draft),
      unchecked: {
        said: said.length + answers,
        votes: votes.length + (priorities?.length ?? 0),
        states: states.length,
      },
      ...marks(file, dataHash),
    },
  };
}

/** All that follows from case and proposal but the figures, which are named by their measure. */
const derived = ({ case: of, reason, figures }: CouncilFile, title: Said) => {
  const { rows: _, ...rest } = figures;
  return { case: of, reason, figures: rest, proposal: { title } };
};

/** With no more of the case and in its figures than an older file has: what was not yet said in it is not wrong. */
const asOlder = (now: CouncilFile, { case: was, figures: were }: CouncilFile): CouncilFile => {
  const { rules, ...of } = now.case;
  const { procedure, notes, currency, ...rest } = now.figures;
  return {
    ...now,
    case: { ...of, ...(was.rules && rules && { rules }) },
    figures: {
      ...rest,
      ...(were.procedure && { procedure }),
      ...(were.notes && { notes }),
      ...(were.currency && { currency }),
    },
  };
};

/** The same of one of the first files, which had no sum. */
const asTheFirst = (now: CouncilFile, first: CouncilFigures): CouncilFile => {
  const { problems, changes, counting, ...rest } = now.figures;
  const figures = {
    ...rest,
    ...(first.problems && { problems }),
    ...(first.changes && { changes }),
    ...(first.counting && { counting }),
  };
  return { ...now, figures };
};

function differingFields(file: CouncilFile, now: CouncilFile, { plan }: Draft): readonly DifferingLeaf[] {
  const { sum, figures } = file;
  const then = new Map(leaves(derived(file, file.proposal.title)));
  const older = asOlder(now, file);
  const found = new Map(leaves(derived(sum === undefined ? asTheFirst(older, figures) : older, plan.title)));
  return differingLeaves(then, found);
}

const marks = (file: CouncilFile, dataHash: string): Pick<CheckedCouncilFile, "hash" | "sum" | "data"> => ({
  sum: file.sum === undefined ? "none" : councilSum(file) === file.sum ? "same" : "other",
  hash: proposalHash(file.proposal) === file.hash ? "same" : "other",
  data: file.case.data === dataHash && file.proposal.data === dataHash ? "same" : "other",
});

/** Every figure with whose it is, by both: "saving proposal", "saving 2016", "saving low". */
type Figures = ReadonlyMap<string, Pick<Differing, "measure" | "of"> & { readonly told: NonNullable<ToldFigure> }>;

const flat = ({ rows }: CouncilFigures): Figures =>
  new Map(
    rows.flatMap(({ measure, proposal, today, plans, range }) =>
      Object.entries({ proposal, today, ...plans, ...range }).flatMap(([of, told]) =>
        told === undefined ? [] : [[`${measure} ${of}`, { measure, of, told }] as const],
      ),
    ),
  );
