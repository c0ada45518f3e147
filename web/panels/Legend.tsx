import { type ReactNode, use, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import type { Seen } from "../map/layers/map-layer.ts";
import type { Picture } from "../map/picture.ts";
import { type Hatched, hatched, isHatched } from "../proposals/hatched.ts";
import { chosenChanges } from "../proposals/held-against.ts";
import { planBefore } from "../state/detail.ts";
import { useSelect } from "../state/store.ts";
import { DistrictKey } from "./DistrictKey.tsx";
import { Awaited } from "./later.tsx";
import { usePlanTitle } from "./plan-title.ts";

const COMPACT = window.matchMedia("(max-width: 1179px), (max-height: 699px)");

interface Props {
  /** What the map shows, or each of two. */
  readonly pictures: readonly (Picture | undefined)[];
  /** What each is called, where there are two. */
  readonly titles: readonly string[];
}

/** Which colour is which district, and what lines and marks mean; below the map, so that it covers nothing. */
export function Legend({ pictures, titles }: Props): ReactNode {
  const { say } = useVoice();
  const [open, setOpen] = useState(!COMPACT.matches);
  return (
    <>
      {pictures.map(
        (picture, i) => picture && <DistrictKey key={titles[i] ?? ""} picture={picture} title={titles[i]} />,
      )}
      <details className="legend" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say("legend.title")}</summary>
        <Awaited>
          <Lines pictures={pictures.filter((picture) => picture !== undefined)} />
        </Awaited>
      </details>
    </>
  );
}

/** Comes with the map's code, which is asked for at the start; where there is no map there is nothing to explain. */
const mapKey = import("../map/layers/table.ts").then(
  ({ KEY }) => KEY,
  () => [],
);

/** What the map's layers say of themselves, as far as they are to be seen. */
function Lines({ pictures }: { readonly pictures: readonly Picture[] }): ReactNode {
  const { say, read } = useVoice();
  const lines = use(mapKey);
  const hatch = useLastHatched();
  const shown = useSelect((state) => {
    const before = planBefore(state) ? "a-plan" : "today";
    const seen: Seen = { state, pictures, changedSince: changedSince(hatch), before };
    return lines.flatMap(({ when }, line) => (when(seen) ? [line] : [])).join(" ");
  });
  const heldAgainst = useSelect((state) => chosenChanges(state)?.title);
  const plan = heldAgainst === undefined ? say("what.start") : read(heldAgainst);
  const others = hatch?.others ?? "none";
  const before = usePlanTitle(useSelect((state) => planBefore(state)?.ref));
  return (
    <ul className="no-max-width">
      {lines
        .filter((_, line) => shown.split(" ").includes(String(line)))
        .map(({ words, sign }) => (
          <li key={words}>
            <svg width="28" height="16" aria-hidden="true">
              {sign}
            </svg>
            {say(words, { plan, before, others })}
          </li>
        ))}
    </ul>
  );
}

/** What is marked as changed in the plan in view, else in the last one while it is worked out: the key changes once, and the map above it keeps its height. */
function useLastHatched(): Hatched | undefined {
  const now = useSelect(hatched);
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  return now ?? last;
}

const changedSince = (hatch: Hatched | undefined): Seen["changedSince"] =>
  hatch && isHatched(hatch) ? hatch.since : undefined;
