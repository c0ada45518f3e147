import { type Circumstances, patched, seedsOf, type SweepFile } from "../protocol/sweep-file.ts";
import { type QuestionFile, questionFileSchema } from "../protocol/question-file.ts";
import { canonicalSum } from "../kernels/canonical-sum.ts";

/** One scenario of a sweep: what is another than in the case, and what is asked then. */
export interface Scenario {
  readonly circumstances: Circumstances;
  /** The sweep's question with what the circumstances put in place of its fields. */
  readonly question: QuestionFile;
}

/** The scenarios of a sweep in their order: a later axis runs through its values before an earlier one goes on. */
export function scenariosOf({ question, axes, scenarios }: SweepFile): readonly Scenario[] {
  return (scenarios ?? productOf(axes ?? {})).map((circumstances) => ({
    circumstances,
    question: questionFileSchema.parse(patched(question, circumstances.question ?? {})),
  }));
}

function productOf(axes: NonNullable<SweepFile["axes"]>): readonly Circumstances[] {
  const { seed, growth, forecast, prices, closed, question } = axes;
  const steps: readonly (readonly Circumstances[])[] = [
    (seed === undefined ? [] : seedsOf(seed)).map((each) => ({ seed: each })),
    (growth ?? []).map((each) => ({ growth: each })),
    (forecast ?? []).map((each) => (each === "today" ? {} : { forecast: each })),
    (prices ?? []).map((each) => ({ prices: each })),
    (closed ?? []).map((each) => ({ closed: each })),
    (question ?? []).map((each) => ({ question: each })),
  ];
  return steps
    .filter((values) => values.length > 0)
    .reduce<readonly Circumstances[]>(
      (all, values) => all.flatMap((before) => values.map((value) => ({ ...before, ...value }))),
      [{}],
    );
}

/** What an answer is of: with the same it is the same, on whichever machine. */
export interface AskedOf {
  /** Which program: its version and a sum of its files, so that no answer of another counts as this one's. */
  readonly program: string;
  /** Of the case's folder. */
  readonly dataHash: string;
}

/** The one key of a scenario's answer: SHA-256, in hex, over case, program, circumstances and question. */
export function scenarioKey({ program, dataHash }: AskedOf, { circumstances, question }: Scenario): string {
  // Fields that it puts in the question stand in the question.
  const { question: _, ...others } = circumstances;
  return canonicalSum({ program, dataHash, circumstances: others, question });
}
