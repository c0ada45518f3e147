import type { ReactNode } from "react";
import type { MeasuredAssumption } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { assumptionsOf, type PagePlan } from "../../state/plans.ts";
import { later } from "../later.tsx";

// The words of every figure of the costs come with it, and most plans take nothing for granted.
const AllAssumed = later(async () => (await import("./AllAssumed.tsx")).AllAssumed, "silent");

interface Props {
  readonly plan: Pick<PagePlan, "sites">;
  /** Those that the figures hang on. */
  readonly kinds: readonly MeasuredAssumption["kind"][];
}

/** Stands under figures that something of the proposal's own is in. */
export function MeasuredWith({ plan, kinds }: Props): ReactNode {
  const { say } = useVoice();
  if (!assumptionsOf(plan).some(({ kind }) => kinds.includes(kind))) return null;
  return <p className="measured-with">{say("assume.with")}</p>;
}

/** Stands over all figures of a plan: each thing that it takes for granted itself. */
export function AllMeasuredWith({ plan }: Pick<Props, "plan">): ReactNode {
  const assumptions = assumptionsOf(plan);
  return assumptions.length > 0 && <AllAssumed assumptions={assumptions} />;
}
