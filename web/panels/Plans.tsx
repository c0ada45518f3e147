import type { ReactNode } from "react";
import { planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { Begin } from "./draw/Begin.tsx";
import { Doors } from "./Doors.tsx";
import { FilePlans } from "./FilePlans.tsx";
import { later } from "./later.tsx";
import { ListFilters, ListOrder } from "./ListTools.tsx";
import { PlanRows } from "./PlanRows.tsx";
import { useVoice } from "../i18n/say.ts";
import { Policies } from "./Policies.tsx";
import { ScatterFold } from "./ScatterFold.tsx";
import { useScreenWidth } from "./screen-width.ts";
import { Solving } from "./Solving.tsx";
import { Summary } from "./Summary.tsx";

const Touching = later(async () => (await import("./Touching.tsx")).Touching, "silent");

/** All plans: what they are in a sentence, and the list in sight below it. On a first visit the doors, and the list alone below them. */
export function Plans(): ReactNode {
  const list = useSelect(planList);
  const welcomes = useSelect(({ doors }) => doors !== "closed");
  const hasPlans = list !== undefined && list.count > 0;
  return (
    <>
      <Doors />
      <Summary />
      <Begin />
      {!welcomes && (
        <WhereThereIsRoom>
          <Touching />
          <Policies />
          {hasPlans && (
            <>
              <FilePlans />
              <ScatterFold list={list} />
              <ListFilters list={list} />
            </>
          )}
        </WhereThereIsRoom>
      )}
      {hasPlans ? (
        <>
          <ListOrder list={list} />
          <PlanRows list={list} />
        </>
      ) : (
        <Solving />
      )}
    </>
  );
}

/** What there is to do with the list; on a narrow screen it opens, so that the list itself is in sight. */
function WhereThereIsRoom({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useVoice();
  const width = useScreenWidth();
  if (width === "wide") return children;
  return (
    <details className="list-filters">
      <summary>{say("list.more")}</summary>
      {children}
    </details>
  );
}
