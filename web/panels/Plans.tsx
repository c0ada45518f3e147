import type { ReactNode } from "react";
import { Scatter, useChartSoon } from "./Scatter.tsx";
import { planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { Begin } from "./draw/Begin.tsx";
import { Doors } from "./Doors.tsx";
import { FilePlans } from "./FilePlans.tsx";
import { ListTools } from "./ListTools.tsx";
import { PlanRows } from "./PlanRows.tsx";
import { Policies } from "./Policies.tsx";
import { Solving } from "./Solving.tsx";
import { Touching } from "./Touching.tsx";
import { Summary } from "./Summary.tsx";

/** All plans: what they are in a sentence, a chart of them, and the list. */
export function Plans(): ReactNode {
  const list = useSelect(planList);
  useChartSoon();
  return (
    <>
      <Doors />
      <Summary />
      <Touching />
      <Begin />
      <Policies />
      {list && list.count > 0 ? (
        <>
          <FilePlans />
          <Scatter list={list} />
          <ListTools list={list} />
          <PlanRows list={list} />
        </>
      ) : (
        <Solving />
      )}
    </>
  );
}
