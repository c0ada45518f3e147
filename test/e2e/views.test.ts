import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { intoSight, openSite, settled, type Site, type Visit, zoneColours } from "./open-page.ts";

let site: Site;
let visit: Visit;

beforeAll(async () => {
  site = await openSite();
  visit = await site.visit();
  await settled(visit.page);
});
afterAll(() => site.leave());

const press = (key: string): Promise<void> => visit.page.keyboard.press(key);
const centres = () =>
  visit.page.evaluate(() =>
    [...window.skoledistrikt!.maps].map(({ canvas }) => [canvas.getCenter().lng, canvas.getZoom()]),
  );

describe("views of the map", () => {
  test("today and the plan stand beside each other and move together", async () => {
    await press("3");
    await visit.page.waitForFunction(() => window.skoledistrikt!.maps.size === 2);
    await visit.page.waitForTimeout(400);
    expect(await visit.page.locator(".map-name").allInnerTexts()).toEqual(["I dag (2015/16)", "Plan 78"]);
    // At rest each map's frame, and what lies over it, is where no name may stand.
    await visit.page.waitForFunction(() =>
      [...window.skoledistrikt!.maps].every(({ canvas }) => canvas.querySourceFeatures("covered").length > 50),
    );
    await visit.page.getByRole("button", { name: "Zoom ind" }).click();
    await visit.page.waitForTimeout(400);
    const [one, other] = await centres();
    expect(other[0]).toBeCloseTo(one[0], 5);
    expect(other[1]).toBeCloseTo(one[1], 5);
  });

  test("the plan is slid over today by keyboard", async () => {
    await press("4");
    const slider = visit.page.getByLabel("Skyd skillelinjen mellem i dag og planen");
    await slider.focus();
    await press("ArrowRight");
    expect(await slider.inputValue()).toBe("51");
    expect(await visit.page.locator(".map-main").getAttribute("style")).toContain("51%");
  });

  test("today alone is shown in its own colours", async () => {
    await visit.page.locator(".effects h2").click();
    await press("1");
    await visit.page.waitForFunction(() => window.skoledistrikt!.maps.size === 1);
    expect(new Set((await zoneColours(visit.page)).filter(Boolean)).size).toBe(8);
    await press("2");
    await visit.page.waitForTimeout(100);
    expect(new Set((await zoneColours(visit.page)).filter(Boolean)).size).toBe(4);
  });

  test("a click on a unit says who lives there, where they go today and then, and how far", async () => {
    const place = await visit.page.evaluate(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      const state = window.skoledistrikt!.store.state().caseState;
      if (state.status !== "open") throw new Error(state.status);
      const { units, sites } = state.view;
      const far = Array.from({ length: units.count }, (_, unit) => unit).find((unit) => {
        const point = canvas.project([units.lon[unit], units.lat[unit]]);
        return (
          units.unitBand[3 * unit] > 1 &&
          sites.every((one) => {
            const mark = canvas.project([one.lon, one.lat]);
            return Math.hypot(mark.x - point.x, mark.y - point.y) > 30;
          })
        );
      })!;
      canvas.jumpTo({ center: [units.lon[far], units.lat[far]] });
      const box = canvas.getContainer().getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, pupils: units.unitBand[3 * far] };
    });
    await visit.page.mouse.click(place.x, place.y);
    const card = visit.page.locator(".place-card");
    await card.waitFor();
    const text = await card.innerText();
    // Which school and how far, never who lives there.
    expect(text).not.toMatch(/elev/);
    expect(text).toMatch(/I dag \(2015\/16\)\s+\S.*, \d+,\d km/);
    expect(text).toContain("samme skole");
  });

  test("a disputed distance is shown as a route", async () => {
    await visit.page.locator(".place-card .link-button").first().click();
    await visit.page.getByText(/fra midten af området: \d+,\d km/).waitFor();
    const corners = await visit.page.evaluate(() => {
      const route = window.skoledistrikt!.store.state().route?.route;
      return route && route !== "none" ? route.line.coordinates.length : 0;
    });
    expect(corners).toBeGreaterThan(1);
    await press("Escape");
    await visit.page.locator(".place-card").waitFor({ state: "detached" });
  });

  test("a click on a school says what it holds", async () => {
    const at = await visit.page.evaluate(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      canvas.jumpTo({ center: [11.63197, 55.66338] });
      const box = canvas.getContainer().getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await visit.page.waitForTimeout(600);
    await visit.page.mouse.click(at.x, at.y);
    const text = await visit.page.locator(".place-card").innerText();
    expect(text).toContain("Nr. Jernløse Skole");
    expect(text).toContain("Pladser");
    const card = (await visit.page.locator(".place-card").boundingBox())!;
    const covers = at.x > card.x && at.x < card.x + card.width && at.y > card.y && at.y < card.y + card.height;
    expect(covers).toBe(false);
    await press("Escape");
  });
});

describe("other ways to look", () => {
  // What one of them fails in must not hide the page from the next.
  afterEach(() => visit.page.emulateMedia({ media: null, forcedColors: null }));

  test("between a tablet's width and a wide screen's the head of the page says all that it says, one thing beside another", async () => {
    for (const width of [1000, 1179, 1180, 1240, 1299, 1300, 1340]) {
      await visit.page.setViewportSize({ width, height: 768 });
      expect([width, ...(await visit.page.evaluate(faultsOfHead))]).toEqual([width]);
    }
    await visit.page.setViewportSize({ width: 1200, height: 640 });
  });

  test("on paper: the map in its colours and what the plan means", async () => {
    // Nobody prints a window while its size still changes: the map is drawn anew for every size.
    await visit.page.waitForFunction(() => [...window.skoledistrikt!.maps].every(({ canvas }) => canvas.loaded()));
    // As a browser does it: told first, laid out for paper then, when the map has no size any more.
    await visit.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await visit.page.emulateMedia({ media: "print" });
    const colours = await visit.page.evaluate(() => {
      const paper = document.querySelector<HTMLCanvasElement>("canvas.map-printed")!;
      const { data } = paper.getContext("2d")!.getImageData(0, 0, paper.width, paper.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBeGreaterThan(20);
    expect(await visit.page.locator("canvas.map-printed").isVisible()).toBe(true);
    expect(await visit.page.locator(".effects").isVisible()).toBe(true);
    expect(await visit.page.locator(".plans").isVisible()).toBe(false);
    // Nothing that is said under the map is cut off.
    const below = await visit.page
      .locator(".map-below")
      .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
    expect(below[0]).toBeLessThanOrEqual(below[1] + 1);
    // What lies open over the page is printed alone and whole.
    await visit.page.evaluate(() => window.skoledistrikt!.store.dispatch({ kind: "dialog", dialog: "help" }));
    const help = visit.page.locator("dialog[open]");
    await help.waitFor();
    expect(await visit.page.locator(".effects").isVisible()).toBe(false);
    const heights = await help.evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
    expect(heights[1]).toBe(heights[0]);
    await press("Escape");
    await help.waitFor({ state: "hidden" });
  });

  test("with the system's few colours what is chosen still stands out", async () => {
    await visit.page.emulateMedia({ forcedColors: "active" });
    await intoSight(visit.page, ".list-order");
    await visit.page.locator(".plan-row.chosen").waitFor();
    const pairs = [
      [".views input:checked + span", ".views input:not(:checked) + span"],
      [".languages input:checked + span", ".languages input:not(:checked) + span"],
      [".policies input:checked + span", ".policies input:not(:checked) + span"],
      [".plan-row.chosen", ".plan-row.other"],
    ];
    const looks = await visit.page.evaluate(
      (names) =>
        names.map((pair) =>
          pair.map((name) => {
            const look = getComputedStyle(document.querySelector(name)!);
            const outline = look.outlineStyle === "none" ? "" : look.outlineColor;
            return [look.backgroundColor, look.borderBottomColor, outline].join();
          }),
        ),
      pairs,
    );
    for (const [chosen, other] of looks) expect(chosen).not.toBe(other);
  });
});

describe("everything on the map as tables", () => {
  test("one key away: districts, schools, areas", async () => {
    await press("t");
    expect(await visit.page.locator(".table-view").innerText()).toContain("Katrinedalskolen");
    await visit.page.getByRole("radio", { name: "Skoler" }).check();
    expect(await visit.page.locator(".table-view tbody tr").count()).toBeGreaterThan(8);
    await visit.page.getByRole("radio", { name: "Områder" }).check();
    expect(await visit.page.locator(".table-view .shown").innerText()).toMatch(/^(\d\.)?\d{3} rækker/);
  });

  test("are sorted by a column", async () => {
    await visit.page.getByRole("button", { name: "Vej i planen" }).click();
    await visit.page.getByRole("button", { name: "Vej i planen" }).click();
    const [longest] = await visit.page
      .locator(".table-view tbody tr:not([aria-hidden]) td:nth-child(8)")
      .allInnerTexts();
    expect(Number(longest.replace(",", ".").split(/\s/)[0])).toBeGreaterThan(5);
  });

  test("lead back to the place on the map", async () => {
    await visit.page.locator(".on-map").first().click();
    await visit.page.locator(".place-card").waitFor();
    expect(await visit.page.locator(".place-card").innerText()).toMatch(/\d,\d km/);
  });

  test("are drawn in by keyboard: areas get a school and a lock, each in one step, as on the map", async () => {
    const { page } = visit;
    await page.getByRole("button", { name: "Tegn" }).click();
    await page.getByLabel("Forslagets navn").waitFor();
    await press("t");
    await page.getByRole("radio", { name: "Områder" }).press("Space");
    await page.getByLabel("Søg efter sted, skole eller distrikt").fill("orø skole");
    await page.locator("input[data-row='0']").press("Space");
    for (let i = 0; i < 2; i++) await press("Shift+ArrowDown");
    await page.getByText(/^3 områder valgt, med /).waitFor();
    await page.locator(".do-with-areas select").selectOption({ label: "Udby Skole" });
    await page.getByRole("button", { name: "Giv områderne skolen" }).press("Enter");
    await page.locator(".do-with-areas").getByRole("button", { name: "Lås", exact: true }).press("Enter");
    const drawn = await page.evaluate(() => {
      const { store } = window.skoledistrikt!;
      const [{ draft, history }] = [...store.state().proposals!.values()];
      const sites = [...draft.locks.pairs].map((pair) => draft.plan.assignment[pair]);
      const names = sites.map((each) => draft.municipality.sites[each].name);
      store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find", surface: "map" } });
      return { steps: history.steps.size, names: [...new Set(names)] };
    });
    // Udby Skole has no grades 7-9, which stay where they are.
    expect(drawn).toEqual({ steps: 2, names: expect.arrayContaining(["Udby Skole"]) });
  });
});

describe("language and help", () => {
  test("everything is said in English", async () => {
    await visit.page.getByLabel("English").check();
    await visit.page.getByText("210 possible plans").waitFor();
    expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await visit.page.locator(".effects").innerText()).toContain("to school on average");
    expect(await visit.page.locator(".effects").innerText()).toContain("1,450");
  });

  test("the question mark opens help, which lists the keys and can turn them off", async () => {
    await press("Escape");
    await visit.page.locator(".effects h2").click();
    await press("?");
    const help = visit.page.getByRole("dialog");
    await help.waitFor();
    expect(await help.innerText()).toContain("Next or previous plan");
    expect(await help.innerText()).toContain("OpenStreetMap");
    await visit.page.locator("label[for=shortcuts]").click();
    await press("Escape");
    await help.waitFor({ state: "hidden" });
    await press("t");
    expect(await visit.page.locator(".table-view").count()).toBe(0);
  });

  test("the reference is searched and read in one language at a time, and leads back to the map", async () => {
    const page = await visit.context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.address}/reference/index.html?lang=da`);
    const found = page.getByRole("status");
    await page.getByRole("searchbox").fill("koersel ret");
    await expect.poll(() => found.innerText()).toMatch(/^\d+ opslag fundet\.$/);
    expect(await page.locator("main li:visible").first().innerText()).toContain("Elever med ret til gratis befordring");
    await page.getByLabel("English").check();
    await expect.poll(() => found.innerText()).toBe("No entry has all the words.");
    await page.getByRole("searchbox").fill("");
    expect(await page.locator("main").innerText()).not.toContain("Nøgletal");
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('main a[href^="law/"]').first().click();
    await page.getByRole("link", { name: "All entries" }).waitFor();
    expect(await page.title()).toMatch(/ - skoledistrikt$/);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.locator(".home").evaluate(({ href }: HTMLAnchorElement) => href)).toBe(
      `${site.address}/?lang=en`,
    );
    // Whoever goes back from an entry finds what they had searched for.
    await page.goBack();
    await page.getByRole("searchbox").fill("transport");
    await page.locator("main a:visible").first().click();
    await page.goBack();
    await expect.poll(() => found.innerText()).toMatch(/^\d+ entries found\.$/);
    expect(await page.getByRole("searchbox").inputValue()).toBe("transport");
    await page.close();
  });

  test("meets no error on the way", () => expect(visit.errors).toEqual([]));
});

/** What lies over something else in the head of the page, or is cut off or broken there. */
function faultsOfHead(): readonly string[] {
  const shown = [...document.querySelectorAll<HTMLElement>(".page-header > *")].filter((part) => part.offsetParent);
  const boxes = shown.map((part) => part.getBoundingClientRect());
  const over = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b, j) => {
      const [across, down] = [
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
      ];
      return across > 1 && down > 1 ? [`${shown[i].className} over ${shown[i + 1 + j].className}`] : [];
    }),
  );
  const words = [...document.querySelectorAll<HTMLElement>(".brand, .page-header button, .page-header label")];
  const cut = words.filter(
    ({ scrollWidth, clientWidth, clientHeight }) => scrollWidth > clientWidth + 1 || clientHeight > 48,
  );
  const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the screen"] : [];
  return [...over, ...cut.map(({ textContent }) => `cut: ${textContent}`), ...wide];
}
