import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults, openFolds } from "./axe-faults.ts";
import { openSite, settled, type Site, type Visit, zoneColours } from "./open-page.ts";

let site: Site;
let visit: Visit;

beforeAll(async () => {
  site = await openSite();
  visit = await site.visit("", { width: 390, height: 844, touch: "touch" });
  await settled(visit.page);
});
afterAll(() => site.leave());

describe("a parent with a phone", () => {
  test("sees the map on top and the plans below, nothing wider than the screen", async () => {
    const map = await visit.page.locator(".stage").boundingBox();
    const sheet = await visit.page.locator(".sheet").boundingBox();
    expect(map!.y).toBeLessThan(sheet!.y);
    expect(map!.width).toBe(390);
    // The help stands beside the language, not on a line of its own.
    const [language, help] = await Promise.all(
      [".languages", ".page-header .quiet-button"].map((part) => visit.page.locator(part).boundingBox()),
    );
    expect(Math.abs(help!.y + help!.height / 2 - (language!.y + language!.height / 2))).toBeLessThan(10);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // What there is to do is in sight and can be read, all of it.
    const cut = await visit.page.locator(".doing button").evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { left, right } = button.getBoundingClientRect();
        const row = button.parentElement!.getBoundingClientRect();
        const isWhole = left >= row.left && right <= row.right && button.scrollWidth <= button.clientWidth;
        return isWhole ? [] : [button.textContent];
      }),
    );
    expect(cut).toEqual([]);
  });

  test("scrolls through all plans, the map staying in sight", async () => {
    await visit.page.evaluate(() => window.scrollTo(0, 6000));
    await visit.page.waitForTimeout(300);
    const rows = await visit.page.locator(".plan-row").all();
    expect(rows.length).toBeGreaterThan(5);
    expect((await visit.page.locator(".stage").boundingBox())!.y).toBe(0);
    const before = await zoneColours(visit.page);
    const row = visit.page.locator(".plan-row").nth(6);
    const name = await row.locator(".plan-name").innerText();
    await row.tap();
    await visit.page.waitForTimeout(200);
    expect(await zoneColours(visit.page)).not.toEqual(before);
    const line = visit.page.locator(".plan-line");
    expect(await line.locator("strong").innerText()).toBe(name);
    const box = (await line.boundingBox())!;
    expect([box.y > 0, box.y + box.height < 844]).toEqual([true, true]);
  });

  test("meets no target too low for a finger", async () => {
    await visit.page.evaluate(() => window.scrollTo(0, 0));
    expect(await tooLow(visit.page)).toEqual([]);
  });

  test("taps the map and reads about the place, without any hovering", async () => {
    await visit.page.evaluate(() => window.scrollTo(0, 0));
    // Fields by Undløse, wherever the chosen plan's key leaves them.
    const fields = await visit.page.evaluate(() => {
      const [{ canvas }] = window.skoledistrikt!.maps;
      const { x, y } = canvas.project([11.56, 55.6]);
      const box = canvas.getContainer().getBoundingClientRect();
      return { x: box.x + x, y: box.y + y };
    });
    await visit.page.touchscreen.tap(fields.x, fields.y);
    await visit.page.locator(".place-card.picked").waitFor();
    const [card, maps] = await Promise.all(
      [".place-card", ".maps"].map((name) => visit.page.locator(name).boundingBox()),
    );
    expect(card!.y).toBeGreaterThanOrEqual(maps!.y + maps!.height - 1);
    await visit.page.getByRole("button", { name: "Luk" }).tap();
    await visit.page.locator(".place-card").waitFor({ state: "detached" });
    expect(await visit.page.evaluate(() => window.skoledistrikt!.store.state().lookedAt)).toBeUndefined();
  });

  test("reads the effects and the tables in the other tabs", async () => {
    await visit.page.getByRole("tab", { name: "Konsekvenser" }).tap();
    await visit.page.getByRole("heading", { name: "Økonomi" }).waitFor();
    await visit.page.getByRole("tab", { name: "Tabel" }).tap();
    await visit.page.locator(".table-view tbody tr").first().waitFor();
    expect(await visit.page.locator(".table-view tbody tr").count()).toBe(4);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test("finds money, buses, law and the years ahead within the width of the screen", async () => {
    await visit.page.getByRole("tab", { name: "Konsekvenser" }).tap();
    await visit.page.evaluate(() => {
      const change = { buses: 60, years: "shown", against: { from: "list", number: 3 } } as const;
      window.skoledistrikt!.store.dispatch({ kind: "choose", change });
    });
    await visit.page.locator(".years-found").waitFor();
    await visit.page.locator(".buses-found > .figures").waitFor();
    await visit.page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await visit.page.getByRole("button", { name: "Se og ret forudsætningerne" }).tap();
    await visit.page.locator(".cost-row").first().waitFor();
    const dialog = visit.page.locator("dialog[open]");
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await visit.page.getByRole("button", { name: "Luk" }).tap();
  });

  test("reads and draws at 400 and 200 % zoom: a map that leaves room, and nothing that stays over what is read", async () => {
    const { page } = visit;
    const lies = async () => {
      for (const size of [
        { width: 720, height: 450 },
        { width: 360, height: 225 },
      ]) {
        await page.setViewportSize(size);
        expect(await lowWindow(page)).toEqual({ map: "leaves room", height: "still", width: size.width, over: [] });
      }
    };
    for (const tab of ["Planer", "Konsekvenser", "Tabel"]) {
      await page.getByRole("tab", { name: tab }).tap();
      await lies();
    }
    await page.getByRole("tab", { name: "Planer" }).tap();
    await page.getByRole("button", { name: "Lad computeren foreslå" }).tap();
    await page.getByRole("tab", { name: "Foreslå" }).waitFor();
    await lies();
    // An answer comes into sight under the map and the tabs, which stay over the page.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel("Tilføj et krav").selectOption("longest-way");
    await page.getByLabel(/^Tal: Ingen i/).fill("4");
    await page.getByRole("button", { name: "Find svar" }).tap();
    const heading = page.getByRole("heading", { name: "Det kan ikke lade sig gøre" });
    await heading.waitFor();
    const top = async () => (await heading.boundingBox())!.y;
    const { y, height } = (await page.getByRole("tablist").boundingBox())!;
    await expect.poll(top).toBeGreaterThanOrEqual(y + height);
    expect(await top()).toBeLessThan(844 - 100);
    // The head has the same three places, whatever is done.
    await page.getByRole("button", { name: "Find plan" }).tap();
    await page.getByRole("button", { name: "Lav jeres eget forslag" }).tap();
    await lies();
    await page.getByRole("button", { name: "Mal til Tuse Skole" }).tap();
    // Whoever is to paint sees what on.
    const map = (await page.locator(".maps").boundingBox())!;
    expect([map.y >= -1, map.y + map.height <= 226]).toEqual([true, true]);
  });

  test("is offered what mends a step with yes and no whole, on a tablet held upright too", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.getByRole("button", { name: "Luk Udby Skole" }).tap();
    const line = page.locator(".draw-line");
    for (const name of ["Brug det", "Nej tak"]) {
      const answer = line.getByRole("button", { name });
      await answer.waitFor();
      const [inner, outer] = [(await answer.boundingBox())!, (await line.boundingBox())!];
      expect([inner.y >= outer.y, inner.y + inner.height <= outer.y + outer.height], name).toEqual([true, true]);
    }
    // What is not opened meanwhile is said why, at its field.
    await page.getByRole("button", { name: "Gem og del" }).tap();
    await page.getByText("Åbn et forslag, I har fået").tap();
    await page.getByLabel("Kort kode").fill("hej");
    await page.getByLabel("Kort kode").press("Enter");
    await page.getByText("Koden er ikke skrevet rigtigt af").filter({ visible: true }).waitFor();
    await line.getByRole("button", { name: "Nej tak" }).tap();
    await page.getByRole("button", { name: "Fortryd" }).tap();
  });

  test("meets no rule broken of accessible pages while drawing, with all that is folded away open", async () => {
    await visit.page.setViewportSize({ width: 390, height: 844 });
    // The brush of before is still in the hand.
    await visit.page.getByRole("button", { name: "Alle værktøjer" }).tap();
    await openFolds(visit.page);
    expect(await axeFaults(visit.page)).toEqual([]);
  });
});

/** What is to be touched and is lower than a finger needs. */
const tooLow = (page: Visit["page"], but = "") =>
  page.evaluate(
    (left) =>
      [...document.querySelectorAll(".page :is(button, summary, a[href], select, input, .segment)")]
        .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter(
          (target) =>
            !target.matches(`.skip-link, .form-checkbox ${left}`) && target.getBoundingClientRect().height < 43.5,
        )
        .map((target) => target.textContent.trim() || target.className),
    but,
  );

/** How a page lies in a low window: its map, whether that goes on getting higher and lower, and what covers over a quarter as it scrolls. */
const lowWindow = (page: Visit["page"]) =>
  page.evaluate(async () => {
    const map = document.querySelector(".maps")!;
    const heights = new Set<number>();
    for (let frame = 0; frame < 20; frame++) {
      await new Promise((done) => requestAnimationFrame(done));
      heights.add(Math.round(map.getBoundingClientRect().height));
    }
    return {
      map: Math.max(...heights) <= 0.6 * window.innerHeight ? "leaves room" : "fills the window",
      height: heights.size === 1 ? "still" : "moving",
      width: document.documentElement.scrollWidth,
      over: [...document.querySelectorAll("*")]
        .filter((each) => ["sticky", "fixed"].includes(getComputedStyle(each).position))
        .filter((each) => each.getBoundingClientRect().height > window.innerHeight / 4)
        .map((each) => `${each.tagName} ${each.className}`),
    };
  });

/** Fingers down on the map, along some places (each finger's own), and up again once `held` is done, as the screen tells of them. */
async function drag(
  { page, context }: Visit,
  fingers: readonly (readonly [number, number])[][],
  held?: () => Promise<void>,
): Promise<void> {
  const map = (await page.locator(".maps").boundingBox())!;
  const screen = await context.newCDPSession(page);
  const at = (step: number) =>
    fingers.map((places, id) => ({ id, x: map.x + places[step][0], y: map.y + places[step][1] }));
  await screen.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step < fingers[0].length; step++)
    await screen.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step) });
  await held?.();
  await screen.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await screen.detach();
}
const along = (from: readonly [number, number], to: readonly [number, number], steps = 12) =>
  Array.from({ length: steps + 1 }, (_, i): readonly [number, number] => [
    from[0] + ((to[0] - from[0]) * i) / steps,
    from[1] + ((to[1] - from[1]) * i) / steps,
  ]);
/** Areas whose school is another since a proposal began, and how the map lies. */
const drawn = (page: Visit["page"]) =>
  page.evaluate(() => {
    const { proposals, choice, caseState } = window.skoledistrikt!.store.state();
    if (choice.plan?.from !== "own" || caseState.status !== "open") throw new Error("no proposal");
    const { draft } = proposals!.get(choice.plan.id)!;
    const before = caseState.view.plans[0].assignment;
    const moved = new Set([...before.keys()].filter((pair) => draft.plan.assignment[pair] !== before[pair]));
    const [{ canvas }] = window.skoledistrikt!.maps;
    return { areas: new Set([...moved].map((pair) => Math.floor(pair / 3))).size, zoom: canvas.getZoom() };
  });

describe("a hand that draws on a phone", () => {
  test("paints along with one finger, goes around areas with it, and moves the map with two", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Find plan" }).tap();
    await page.getByRole("button", { name: "Lav jeres eget forslag" }).tap();
    await page.getByRole("button", { name: "Mal til Orø Skole" }).waitFor();
    // What lies over the map's lower edge covers none of the municipality.
    const hidden = () =>
      page.evaluate(() => {
        const { store, maps } = window.skoledistrikt!;
        const { caseState } = store.state();
        if (caseState.status !== "open") return undefined;
        const [{ canvas }] = maps;
        const { lon, lat } = caseState.view.units;
        const lowest = Math.max(...Array.from(lat, (each, unit) => canvas.project([lon[unit], each]).y));
        const top = document.querySelector(".map-foot")!.getBoundingClientRect().top;
        return lowest + canvas.getContainer().getBoundingClientRect().top - top;
      });
    await expect.poll(hidden).toBeLessThan(0);
    await page.getByRole("button", { name: "Mal til Orø Skole" }).tap();
    // Whoever has a brush in the hand sees what it paints; the panel is one press away, and where it was.
    const mapPart = async () => (await page.locator(".maps").boundingBox())!.height / 844;
    const tools = page.getByRole("button", { name: "Alle værktøjer" });
    await tools.waitFor();
    await page.getByText("Én finger tegner på kortet. To fingre flytter det.").waitFor();
    await expect.poll(mapPart).toBeGreaterThan(0.75);
    const fold = async () => {
      // Sooner it would be the second half of a double tap, which does nothing where the first has put other words.
      await page.waitForTimeout(700);
      await page.getByRole("button", { name: "Større kort" }).tap();
      await expect.poll(mapPart).toBeGreaterThan(0.5);
    };
    await tools.tap();
    await page.locator('input[name="way"][value="brush"]').check();
    await fold();
    const start = await drawn(page);
    expect(start.areas).toBe(0);
    // But for where the map comes from, which lies over the map while it is drawn on.
    expect(await tooLow(page, ", .map-foot *")).toEqual([]);
    const { width, height } = (await page.locator(".maps").boundingBox())!;
    const [left, middle, right] = [
      [0.35, 0.5],
      [0.5, 0.25],
      [0.7, 0.5],
    ].map(([x, y]) => [x * width, y * height] as const);

    // Several times what lies under a brush that is put down: the browser has not taken the finger to scroll the page.
    await drag(visit, [along(left, right)]);
    const stroke = await drawn(page);
    expect(stroke.areas).toBeGreaterThan(300);

    // What would mend it is offered in few lines, none of them cut off, with the rest a tap away.
    const offer = page.locator(".mend");
    await offer.getByRole("button", { name: "Nej tak" }).waitFor();
    expect(await mapPart()).toBeGreaterThan(0.5);
    const lie = () =>
      offer.evaluate((mend) => {
        const words = mend.querySelector("div")!;
        return {
          cut: words.scrollHeight > words.clientHeight + 1,
          lines: Math.round(words.clientHeight / parseFloat(getComputedStyle(words).lineHeight)),
          lowest: Math.min(...[...mend.querySelectorAll("button")].map((each) => each.getBoundingClientRect().height)),
        };
      });
    const short = await lie();
    expect([short.cut, short.lines <= 3, short.lowest >= 43.5]).toEqual([false, true, true]);
    await offer.getByRole("button", { name: "Mere" }).tap();
    const whole = await lie();
    expect([whole.cut, whole.lines > short.lines]).toEqual([false, true]);
    const ghost = () =>
      page.evaluate(() => {
        const [{ canvas }] = window.skoledistrikt!.maps;
        return canvas.queryRenderedFeatures({ layers: ["painted"] }).length;
      });
    expect(await ghost()).toBeGreaterThan(0);

    await tools.tap();
    await page.getByRole("radio", { name: "Tegn rundt om" }).check();
    await fold();
    // It is gone while the next stroke is drawn.
    await drag(visit, [[...along(left, right), ...along(right, middle), ...along(middle, left)]], async () => {
      await expect.poll(ghost).toBe(0);
      expect(await offer.count()).toBe(0);
    });
    const lasso = await drawn(page);
    expect(lasso.areas).toBeGreaterThan(stroke.areas);

    await drag(visit, [along([170, 100], [120, 100]), along([220, 100], [270, 100])]);
    const pinched = await drawn(page);
    expect(pinched.areas).toBe(lasso.areas);
    expect(pinched.zoom).toBeGreaterThan(lasso.zoom + 0.2);
    await page.getByRole("button", { name: "Stop", exact: true }).tap();
    await expect.poll(mapPart).toBeLessThan(0.5);
  });
});

test("a tablet has the sheet beside the map", async () => {
  const { page } = visit;
  await page.getByRole("button", { name: "Find plan" }).tap();
  await page.setViewportSize({ width: 768, height: 1024 });
  const map = await page.locator(".stage").boundingBox();
  const sheet = await page.locator(".sheet").boundingBox();
  expect(sheet!.x + sheet!.width).toBeLessThanOrEqual(map!.x + 1);
  expect(map!.width).toBeGreaterThan(400);
});

test("no error is met on the way", () => expect(visit.errors).toEqual([]));

const withoutCanvas = (page: Visit["page"]) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

test("a browser that cannot draw the map says so and leads to the table", async () => {
  const { page, close } = await site.visit("", { before: withoutCanvas });
  await page.getByText("Kortet kan ikke tegnes i denne browser.").waitFor();
  await page.keyboard.press("t");
  expect(await page.locator(".table-view").innerText()).toContain("Distrikter");
  await close();
});
