import type { Proposal } from "../proposals/proposal.ts";
import type { AppState } from "./app-state.ts";
import { chosenProposal } from "./chosen.ts";
import type { Drawing } from "./drawing.ts";
import { placeKey } from "./plan-sites.ts";

/**
 * The state after an action, whatever points to a school by number still pointing to the same one: new schools get other numbers when
 * one is taken away, undone or looked at in another proposal. One that is no more is painted to, moved and looked at no longer.
 */
export function pointingIn(before: AppState, after: AppState): AppState {
  if (before.proposals === after.proposals && before.choice === after.choice) return after;
  const [was, is] = [chosenProposal(before), chosenProposal(after)];
  if (was === undefined || (was.id === is?.id && was.draft.newSites === is.draft.newSites)) return after;
  const now = (number: number): number | undefined => numberIn(was, is, number);
  const { drawing, lookedAt, route } = after;
  return {
    ...after,
    drawing: drawingIn(drawing, now),
    lookedAt: lookedAtIn(lookedAt, now),
    route: route && now(route.site) === route.site ? route : undefined,
  };
}

type Now = (number: number) => number | undefined;

function drawingIn(drawing: Drawing, now: Now): Drawing {
  const { site, placing } = drawing;
  const target = site === undefined ? undefined : now(site);
  const moving = placing && placing.site !== "new" ? now(placing.site) : placing?.site;
  if (target === site && moving === placing?.site) return drawing;
  return { ...drawing, site: target, placing: moving === undefined ? undefined : { ...placing, site: moving } };
}

function lookedAtIn(lookedAt: AppState["lookedAt"], now: Now): AppState["lookedAt"] {
  if (lookedAt?.kind !== "site") return lookedAt;
  const number = now(lookedAt.number);
  if (number === lookedAt.number) return lookedAt;
  return number === undefined ? undefined : { ...lookedAt, number };
}

/** A school's number in another proposal, or in the same one later; the case's have the same in all. */
function numberIn(was: Proposal, is: Proposal | undefined, number: number): number | undefined {
  const count = was.draft.municipality.sites.length;
  const site = was.draft.newSites[number - count];
  if (number < count) return number;
  const place = is?.draft.newSites.findIndex(
    (each) => each.id === site?.id && (is.id === was.id || placeKey(each) === placeKey(site)),
  );
  return place === undefined || place < 0 ? undefined : count + place;
}
