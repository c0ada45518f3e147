import { launchChromium } from "./dist/test/chromium.js";
const browser = await launchChromium("as for people");
const context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce", acceptDownloads: true });
const page = await context.newPage();
page.setDefaultTimeout(90000);
page.on("pageerror", (e) => console.log("ERR", String(e)));
page.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
const shot = (name) => page.screenshot({ path: `/tmp/wizard/${name}.png` });
await page.setViewportSize({ width: 1440, height: 900 });
await page.goto("http://127.0.0.1:8458/?test=1");
await page.getByRole("button", { name: "Start med jeres egne filer" }).first().waitFor();
await shot("a-doors");
await page.getByRole("button", { name: "Start med jeres egne filer" }).first().click();
await page.getByRole("heading", { name: "Start med jeres egne filer" }).waitFor();
await shot("b-empty");
await page.locator(".import-bring input").first().setInputFiles(["/tmp/wizard/files/skoler_2024_25.geojson"]);
await page.getByText("Der mangler en fil").waitFor();
await shot("c-one");
await page
  .locator(".import-bring input")
  .first()
  .setInputFiles(["/tmp/wizard/files/befolkning_1km.geojson", "/tmp/wizard/files/veje_region.geojson"]);
await page.getByText("Vælg dem, sagen handler om").waitFor();
await shot("d-all");
const t = Date.now();
const settle = async () => {
  await page.waitForTimeout(300);
  await page.waitForFunction(() => !document.querySelector(".import-step [role=status]")?.textContent?.includes("…"));
};
await settle();
console.log("settled", Date.now() - t);
await page.getByText("Lejre Kommune (").click();
await settle();
await page.locator(".import-only").filter({ hasText: "type" }).getByText("f (60").click();
await settle();
await page.locator(".import-only").last().getByText("0350 (").click();
await settle();
await shot("e-chosen");
await page.evaluate(() => document.querySelector(".dialog-import").scrollTo(0, 900));
await shot("f-scrolled");
await page.evaluate(() => document.querySelector(".dialog-import").scrollTo(0, 99999));
await shot("g-bottom");
console.log(await page.locator(".import-step [role=status]").innerText());
await page.getByRole("button", { name: "Åbn sagen på kortet" }).click();
await page.waitForFunction(() => window.skoledistrikt?.store.state().caseState.status === "open");
await page.waitForTimeout(6000);
await shot("h-open");
await page.reload();
await page.waitForFunction(() => window.skoledistrikt?.store.state().caseState.status === "open");
console.log(await page.evaluate(() => window.skoledistrikt.store.state().caseState.view.name));
for (const [w, h] of [
  [1024, 768],
  [390, 844],
]) {
  await page.setViewportSize({ width: w, height: h });
  await page.evaluate(() => window.skoledistrikt.store.dispatch({ kind: "dialog", dialog: "import" }));
  await page.locator(".import-step").waitFor();
  await settle();
  await page.waitForTimeout(500);
  await shot(`i-${w}`);
  await page.evaluate(() => document.querySelector(".dialog-import").scrollTo(0, 700));
  await shot(`j-${w}`);
  await page.evaluate(() => window.skoledistrikt.store.dispatch({ kind: "dialog", dialog: undefined }));
}
await browser.close();
