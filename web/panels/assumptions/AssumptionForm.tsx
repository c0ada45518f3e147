import type { ReactNode } from "react";
import { type Assumption, unreachable } from "../../../src/index.ts";
import { useAssumptions } from "../../draw/use-assumptions.ts";
import { CostForm } from "./CostForm.tsx";
import { DangerForm } from "./DangerForm.tsx";
import { HousingForm } from "./HousingForm.tsx";

interface Props {
  /** A kind of which one is added, or what is changed with its id. */
  readonly of: Assumption["kind"] | { readonly id: string; readonly was: Assumption };
  readonly onDone: () => void;
}

/** The form by which an assumption of a kind is added, or the same filled in with one that is changed. */
export function AssumptionForm({ of, onDone }: Props): ReactNode {
  const { add, change } = useAssumptions();
  const known = typeof of === "string" ? undefined : of;
  const kind = typeof of === "string" ? of : of.was.kind;
  const onKeep = (assumption: Assumption): boolean => {
    const isKept = known ? change(known.id, assumption) : add(assumption);
    if (isKept) onDone();
    return isKept;
  };
  const rest = { onKeep, onCancel: onDone };
  switch (kind) {
    case "cost":
      return <CostForm known={known?.was.kind === "cost" ? { id: known.id, was: known.was } : undefined} {...rest} />;
    case "danger":
      return (
        <DangerForm known={known?.was.kind === "danger" ? { id: known.id, was: known.was } : undefined} {...rest} />
      );
    case "housing":
      return (
        <HousingForm known={known?.was.kind === "housing" ? { id: known.id, was: known.was } : undefined} {...rest} />
      );
    default:
      return unreachable(kind);
  }
}
