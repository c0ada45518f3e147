import type { ReactNode } from "react";
import { CompareMaps } from "./CompareMaps.tsx";
import { CompareTable } from "./CompareTable.tsx";

/** Where there is room for both: the plans' maps above, their figures below. */
export function CompareStage(): ReactNode {
  return (
    <div className="compare-stage">
      <CompareMaps />
      <div className="compare-below">
        <CompareTable />
      </div>
    </div>
  );
}
