import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { openSite, settled, type Site } from "./open-page.ts";

let site: Site;
beforeAll(async () => (site = await openSite()));
afterAll(() => site.leave());

const hasFocus = (heading: Element) => heading === document.activeElement;

test("the computer finds the best assignment, opened as a proposal with its proof, and undone", async () => {
  const { page, errors } = await site.visit();
  await settled(page);
  await page.getByRole("button", { name: "Lad computeren foreslå" }).click();
  const ask = page.getByRole("button", { name: "Find svar" });
  await ask.waitFor();

  // What matters more is dragged over what matters less, or moved there by its button.
  const goals = page.locator(".ask-goal");
  const order = await goals.locator(".ask-goal-name").allTextContents();
  expect(order.length).toBeGreaterThan(1);
  await goals.last().dragTo(goals.first());
  expect(await page.locator(".passing-file").count()).toBe(0);
  const inOrder = () => goals.locator(".ask-goal-name").allTextContents();
  await expect.poll(inOrder).toEqual([order.at(-1), ...order.slice(0, -1)]);
  for (let at = 1; at < order.length; at++)
    await page.getByRole("button", { name: `Flyt ned: ${order.at(-1)}` }).press("Enter");
  expect(await inOrder()).toEqual(order);

  // A requirement that cannot hold is named, and let go of by its button.
  await page.getByLabel("Tilføj et krav").selectOption("longest-way");
  // One that no number can hold is not asked: its blank says why, and is gone to.
  const km = page.getByLabel(/^Tal: Ingen i/);
  await km.fill("-3");
  await ask.click();
  await page.getByText("»-3« er for lille. Mindst 0,5.").waitFor();
  await expect.poll(() => km.evaluate(hasFocus)).toBe(true);
  expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
  await km.fill("4");
  await page.getByLabel(/^Tal: Ingen i/).press("Enter");
  // What is gone to by key comes to stand above the button that is always in sight.
  const away = page.getByRole("button", { name: /^Fjern kravet/ }).last();
  await away.focus();
  const [cross, button] = [(await away.boundingBox())!, (await ask.boundingBox())!];
  expect(cross.y + cross.height).toBeLessThanOrEqual(button.y);
  // However it is scrolled, the button is over nothing: here the cross is half out of sight.
  await away.evaluate((mark) => {
    const panel = mark.closest(".ask-panel")!;
    panel.scrollTop += mark.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom - 12;
  });
  expect(await axeFaults(page, ".plans")).toEqual([]);
  await ask.press("Enter");
  // The answer comes into sight however far down the question was scrolled, and has the focus.
  const impossible = page.getByRole("heading", { name: "Det kan ikke lade sig gøre" });
  await impossible.waitFor();
  await expect.poll(() => impossible.evaluate(hasFocus)).toBe(true);
  const tops = async () => [(await impossible.boundingBox())!.y, (await page.locator(".plans").boundingBox())!.y];
  const [heading, top] = await tops();
  expect(heading).toBeGreaterThanOrEqual(top);
  expect(heading).toBeLessThan(top + 200);
  await page
    .getByRole("button", { name: "Spørg uden kravet: Ingen i 0.-3. klasse har længere end 4 km" })
    .press("Enter");

  await page.getByText("Bevist: det kan ikke gøres bedre").waitFor();
  await expect.poll(() => page.getByRole("heading", { name: "Svaret" }).evaluate(hasFocus)).toBe(true);
  expect(await axeFaults(page, ".ask-panel")).toEqual([]);
  // The map shows it before it is taken; Escape goes back, and a button shows it again.
  const shown = page.getByText("Computerens forslag, ikke brugt endnu");
  await shown.waitFor();
  await page.getByText("får en anden skole end i").first().waitFor();
  expect(await page.locator(".ask-answer .thumbnail").count()).toBe(1);
  // What will stand in the list of problems once it is taken is told before: here nothing.
  await page.getByText("Svaret har ingen problemer.").waitFor();
  await page.locator(".map-main canvas").first().focus();
  await page.keyboard.press("Escape");
  await shown.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Vis på kortet" }).press("Enter");
  await shown.waitFor();
  await page.getByRole("button", { name: "Åbn som forslag" }).press("Enter");
  await shown.waitFor({ state: "detached" });
  await page.getByLabel("Forslagets navn").waitFor();
  await page.locator(".draw-status", { hasText: "Færdigt: alle elever har en skole." }).waitFor();
  expect(await page.getByRole("list", { name: "Problemer" }).count()).toBe(0);
  await page.getByText("Computerens svar").click();
  await page.getByText("Bevist: det kan ikke gøres bedre").waitFor();
  const changed = () =>
    page.evaluate(() => {
      const { proposals, choice } = window.skoledistrikt!.store.state();
      if (choice.plan?.from !== "own") return undefined;
      const { draft } = proposals!.get(choice.plan.id)!;
      return draft.plan.assignment.filter((to, pair) => to !== draft.start.assignment[pair]).length;
    });
  expect(await changed()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Fortryd" }).first().click();
  expect(await changed()).toBe(0);
  expect(await page.getByText("Computerens svar").count()).toBe(0);

  // A long question is stopped once it has something: that is the answer, with how far it can be from the best, and another may be asked.
  await page.getByRole("button", { name: "Lad computeren foreslå" }).first().click();
  const ofKind = (name: string) => page.getByRole("radio", { name });
  const fresh = page.getByRole("button", { name: "Ret spørgsmålet" });
  await fresh.or(ofKind("Hvilke skoler der skal blive")).first().waitFor();
  if (await fresh.isVisible()) await fresh.press("Enter");
  await ofKind("Hvilke skoler der skal blive").check();
  await ask.press("Enter");
  await page.getByRole("button", { name: "Stop, og behold det bedste" }).press("Enter");
  await page.getByRole("heading", { name: "Svaret" }).waitFor();
  await page.getByText(/^Højst .+ % fra det bedst mulige\./).waitFor();
  expect(await page.getByText("Bevist: det kan ikke gøres bedre").count()).toBe(0);
  await fresh.press("Enter");
  await ofKind("Den bedste fordeling af eleverne").check();
  await ask.press("Enter");
  await page.getByText("Bevist: det kan ikke gøres bedre").waitFor();
  expect(errors).toEqual([]);
});
