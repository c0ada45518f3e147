import type { ReactNode } from "react";
import { Scatter, useChartSoon } from "./Scatter.tsx";
import { planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { Begin } from "./draw/Begin.tsx";
import { Doors } from "./Doors.tsx";
import { FilePlans } from "./FilePlans.tsx";
import { later } from "./later.tsx";
import { ListFilters, ListOrder } from "./ListTools.tsx";
import { PlanRows } from "./PlanRows.tsx";
import { Policies } from "./Policies.tsx";
import { Solving } from "./Solving.tsx";
import { Summary } from "./Summary.tsx";

const Touching = later(async () => (await import("./Touching.tsx")).Touching, "silent");

/** All plans: what they are in a sentence, a chart of them, and the list. On a first visit the doors, and the list alone below them. */
export function Plans(): ReactNode {
  const list = useSelect(planList);
  const welcomes = useSelect(({ doors }) => doors !== "closed");
  useChartSoon();
  return (
    <>
      <Doors />
      <Summary />
      {!welcomes && <Touching />}
      <Begin />
      {!welcomes && <Policies />}
      {list && list.count > 0 ? (
        <>
          {!welcomes && (
            <>
              <FilePlans />
              <Scatter list={list} />
              <ListFilters list={list} />
            </>
          )}
          <ListOrder list={list} />
          <PlanRows list={list} />
        </>
      ) : (
        <Solving />
      )}
    </>
  );
}
