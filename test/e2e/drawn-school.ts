import type { Page } from "playwright-core";

/** What the proposal in view says of a school: how many areas and grades go there and what it teaches; its steps and title too. */
export const drawn = (page: Page, school: string) =>
  page.evaluate((name) => {
    const { proposals, choice, caseState } = window.skoledistrikt!.store.state();
    if (choice.plan?.from !== "own" || caseState.status !== "open") return undefined;
    const { draft, history } = proposals!.get(choice.plan.id)!;
    const number = caseState.view.sites.findIndex((each) => each.name === name);
    let steps = 0;
    for (let at = history.head; at !== undefined; at = history.steps.get(at)?.parent) steps++;
    return {
      pairs: draft.plan.assignment.filter((at) => at === number).length,
      teaches: draft.plan.teaching[number],
      steps,
      title: draft.plan.title,
    };
  }, school);

/** Where a unit's middle is on the screen: one of a school's, farthest from the school, so that no mark is in the way. */
export const unitOf = (page: Page, school: string) =>
  page.evaluate((name) => {
    const { caseState } = window.skoledistrikt!.store.state();
    if (caseState.status !== "open") throw new Error("no case");
    const { sites, units, plans } = caseState.view;
    const number = sites.findIndex((each) => each.name === name);
    const own = [...Array(units.count).keys()].filter((unit) => plans[0].assignment[3 * unit] === number);
    const off = (unit: number) => Math.hypot(units.lon[unit] - sites[number].lon, units.lat[unit] - sites[number].lat);
    const far = own.toSorted((a, b) => off(b) - off(a))[Math.floor(own.length / 3)];
    const [map] = window.skoledistrikt!.maps;
    const { x, y } = map.canvas.project([units.lon[far], units.lat[far]]);
    const box = map.canvas.getContainer().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y };
  }, school);
