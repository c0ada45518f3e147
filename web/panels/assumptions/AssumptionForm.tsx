import type { ReactNode } from "react";
import { type MeasuredAssumption, unreachable } from "../../../src/index.ts";
import { useAssumptions } from "../../draw/use-assumptions.ts";
import { CostForm } from "./CostForm.tsx";
import { DangerForm } from "./DangerForm.tsx";
import type { FormProps } from "./form-props.ts";
import { HousingForm } from "./HousingForm.tsx";

interface Props {
  /** A kind of which one is added, or what is changed with its id. */
  readonly of: MeasuredAssumption["kind"] | Known;
  readonly onDone: () => void;
}

/** The form by which an assumption of a kind is added, or the same filled in with one that is changed. */
export function AssumptionForm({ of, onDone }: Props): ReactNode {
  const { add, change } = useAssumptions();
  const known = typeof of === "string" ? undefined : of;
  const kind = typeof of === "string" ? of : of.was.kind;
  const onKeep = (assumption: MeasuredAssumption): boolean => {
    const isKept = known ? change(known.id, assumption) : add(assumption);
    if (isKept) onDone();
    return isKept;
  };
  const rest = { onKeep, onCancel: onDone };
  switch (kind) {
    case "cost":
      return <CostForm known={ofKind(known, kind)} {...rest} />;
    case "danger":
      return <DangerForm known={ofKind(known, kind)} {...rest} />;
    case "housing":
      return <HousingForm known={ofKind(known, kind)} {...rest} />;
    default:
      return unreachable(kind);
  }
}

interface Known {
  readonly id: string;
  readonly was: MeasuredAssumption;
}

/** What is changed, where it is of the form's kind. */
function ofKind<Kind extends MeasuredAssumption["kind"]>(
  known: Known | undefined,
  kind: Kind,
): FormProps<Kind>["known"] {
  return known && isOf(known.was, kind) ? { id: known.id, was: known.was } : undefined;
}

const isOf = <Kind extends MeasuredAssumption["kind"]>(
  was: MeasuredAssumption,
  kind: Kind,
): was is MeasuredAssumption & { readonly kind: Kind } => was.kind === kind;
