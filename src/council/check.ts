import type { Checked } from "../domain/issue.ts";
import type { Draft } from "../edit/draft.ts";
import { readProposal } from "../edit/proposal-file.ts";
import { type CouncilFile, councilFileSchema, type CouncilFigures } from "../protocol/council-file.ts";
import { proposalHash } from "./canonical.ts";
import { councilFigures, type CouncilGround } from "./figures.ts";

/** The file, where the text is one. */
export function readCouncilFile(text: string): CouncilFile | undefined {
  try {
    return councilFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Told = CouncilFigures["rows"][number]["proposal"];

/** A figure of the file that is another when it is worked out anew. */
interface Differing {
  readonly measure: string;
  /** Whose figure: the proposal's, today's, a plan's by its id, or an end of the proposal's range. */
  readonly of: string;
  readonly told: Told;
  readonly found: Told;
}

/** What became of working out a file's figures anew. */
export interface CheckedCouncilFile {
  /** Of how many figures. */
  readonly figures: number;
  readonly differing: readonly Differing[];
  /** Whether the file's own sum is that of the proposal in it. */
  readonly hash: "same" | "other";
  /** Whether it was made on the files that are open. */
  readonly data: "same" | "other";
}

/** Works out every figure of the file from the case that is open; no value where the proposal in it cannot be read there. */
export function checkCouncilFile(
  { basis, plans, dataHash }: CouncilGround & { readonly dataHash: string },
  file: CouncilFile,
  name: string,
): Checked<CheckedCouncilFile> {
  const context = { municipality: basis.municipality, plans, dataHash };
  const { value, issues } = readProposal(JSON.stringify(file.proposal), context, name);
  if (!value) return { issues };
  return { issues, value: { ...compared(file, figuresNow({ basis, plans }, value.draft)), ...marks(file, dataHash) } };
}

const marks = (file: CouncilFile, dataHash: string): Pick<CheckedCouncilFile, "hash" | "data"> => ({
  hash: proposalHash(file.proposal) === file.hash ? "same" : "other",
  data: file.case.data === dataHash && file.proposal.data === dataHash ? "same" : "other",
});

const figuresNow = (ground: CouncilGround, draft: Draft): ReadonlyMap<string, Told> =>
  new Map(flat(councilFigures(ground, draft)).map(({ key, told }) => [key, told]));

function compared(
  file: CouncilFile,
  now: ReadonlyMap<string, Told>,
): Pick<CheckedCouncilFile, "figures" | "differing"> {
  const then = flat(file.figures);
  const known = new Set(then.map(({ key }) => key));
  // A figure that was left out differs too.
  const leftOut = [...now].flatMap(([key, found]) => (known.has(key) ? [] : [{ key, told: undefined, found }]));
  const all = [...then.map(({ key, told }) => ({ key, told, found: now.get(key) })), ...leftOut];
  return {
    figures: all.length,
    differing: all.flatMap(({ key, told, found }) => {
      const [measure, of] = key.split(" ");
      return isSame(told, found) ? [] : [{ measure, of, told, found }];
    }),
  };
}

/** Every figure with whose it is: "saving proposal", "saving 2016", "saving low". */
const flat = ({ rows }: CouncilFigures): readonly { readonly key: string; readonly told: Told }[] =>
  rows.flatMap(({ measure, proposal, today, plans, range }) =>
    Object.entries({ proposal, today, ...plans, ...range }).flatMap(([of, told]) =>
      told === undefined ? [] : [{ key: `${measure} ${of}`, told }],
    ),
  );

/** Sums of many numbers may differ in their last digits between machines. */
const HAIR = 1e-9;

const isSame = (told: Told, found: Told): boolean =>
  typeof told === "number" && typeof found === "number"
    ? Math.abs(told - found) <= HAIR * Math.max(1, Math.abs(told))
    : told === found;
