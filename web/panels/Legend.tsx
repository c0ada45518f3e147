import { type ReactNode, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import type { Picture } from "../map/picture.ts";
import { lateAnswer } from "../state/late.ts";
import { chosenChanges, markedChanges } from "../proposals/held-against.ts";
import type { AppState } from "../state/app-state.ts";
import { chosenEffects, chosenProposal } from "../state/chosen.ts";
import { useSelect } from "../state/store.ts";
import { Spot } from "./Spot.tsx";

const COMPACT = window.matchMedia("(max-width: 1179px), (max-height: 699px)");

interface Props {
  /** What the map shows, or each of two. */
  readonly pictures: readonly (Picture | undefined)[];
  /** What each is called, where there are two. */
  readonly titles: readonly string[];
}

/** Which colour is which district, and what lines and marks mean; below the map, so that it covers nothing. */
export function Legend({ pictures, titles }: Props): ReactNode {
  const { say, read } = useVoice();
  const [open, setOpen] = useState(!COMPACT.matches);
  const view = useSelect(({ choice }) => choice.view);
  const ferries = useSelect(
    ({ caseState }) =>
      caseState.status === "open" &&
      caseState.scenery.roads.features.some(
        ({ properties, geometry }) => properties.rank === "ferry" && geometry.coordinates.length > 0,
      ),
  );
  const buses = useSelect((state) => lateAnswer(state, "buses") !== undefined) && view !== "today";
  const marked = useSelect(markedChanges);
  const heldAgainst = useSelect((state) => chosenChanges(state)?.title);
  const differs = useSelect((state) => chosenEffects(state)?.changed !== undefined);
  const changes = marked ? marked.area !== undefined : differs;
  const plan = heldAgainst === undefined ? say("what.start") : read(heldAgainst);
  const changedIn = marked ? say("what.legend", { plan }) : say("legend.changed");
  const locks = useSelect(lockedIn);
  return (
    <>
      {pictures.map(
        (picture, i) => picture && <DistrictKey key={titles[i] ?? ""} picture={picture} title={titles[i]} />,
      )}
      <details className="legend" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say("legend.title")}</summary>
        <ul>
          <Entry sign={<path d="M1 8h26" className="sign-border" />}>
            {say(view === "today" ? "legend.planToday" : "legend.plan")}
          </Entry>
          {view !== "today" && <Entry sign={<path d="M1 8h26" className="sign-today" />}>{say("legend.today")}</Entry>}
          {view !== "today" && changes && <Entry sign={<HatchSign />}>{changedIn}</Entry>}
          <Entry
            sign={
              <>
                <circle cx="14" cy="8" r="6.5" className="sign-site" />
                <text x="14" y="8" dy="0.36em" textAnchor="middle">
                  0-9
                </text>
              </>
            }
          >
            {say("legend.site")}
          </Entry>
          {pictures.some((picture) => picture?.sites.some(({ isNew }) => isNew)) && (
            <Entry
              sign={
                <>
                  <circle cx="14" cy="8" r="7" className="sign-closed" />
                  <circle cx="14" cy="8" r="4" className="sign-site" />
                </>
              }
            >
              {say("legend.new")}
            </Entry>
          )}
          {pictures.some((picture) => picture?.teaching.includes(0)) && (
            <Entry
              sign={
                <>
                  <circle cx="14" cy="8" r="5" className="sign-closed" />
                  <path d="M8 14L20 2" className="sign-closed" />
                </>
              }
            >
              {say("legend.closed")}
            </Entry>
          )}
          {view !== "today" && locks && <Entry sign={<LockSign />}>{say("legend.locked")}</Entry>}
          {buses && (
            <Entry
              sign={
                <>
                  <path d="M1 8h26" className="sign-bus-casing" />
                  <path d="M1 8h26" className="sign-bus" />
                  <circle cx="14" cy="8" r="3.2" className="sign-stop" />
                </>
              }
            >
              {say("legend.buses")}
            </Entry>
          )}
          {ferries && <Entry sign={<path d="M1 8h26" className="sign-ferry" />}>{say("legend.ferry")}</Entry>}
        </ul>
      </details>
    </>
  );
}

function DistrictKey({ picture, title }: { readonly picture: Picture; readonly title: string | undefined }): ReactNode {
  const { say } = useVoice();
  return (
    <ul className="district-key" aria-label={[title, say("legend.districts")].filter(Boolean).join(": ")}>
      {title !== undefined && <li className="district-key-title">{title}</li>}
      {picture.districts.map(({ name, hue }) => (
        <li key={name}>
          <Spot hue={hue} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Whether anything is locked in the proposal looked at, grades aside, which are not on the map. */
function lockedIn(state: AppState): boolean {
  const locks = chosenProposal(state)?.draft.locks;
  return locks !== undefined && locks.pairs.size + locks.sites.size + locks.districts.size > 0;
}

function LockSign(): ReactNode {
  return (
    <>
      <defs>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="1.5" r="1" />
          <circle cx="4.5" cy="4.5" r="1" />
        </pattern>
      </defs>
      <rect x="1" y="1" width="26" height="14" fill="url(#dots)" />
      <circle cx="14" cy="8" r="7.5" className="sign-lock-ground" />
      <path d="M10.5 7.5h7v5h-7z" />
      <path d="M11.8 7.5v-1.2a2.2 2.2 0 0 1 4.4 0v1.2" className="sign-lock-bow" />
    </>
  );
}

function HatchSign(): ReactNode {
  return (
    <>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M-1 6L6 -1" className="sign-hatch" />
        </pattern>
      </defs>
      <rect x="1" y="1" width="26" height="14" fill="url(#hatch)" />
    </>
  );
}

function Entry({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <li>
      <svg width="28" height="16" aria-hidden="true">
        {sign}
      </svg>
      {children}
    </li>
  );
}
