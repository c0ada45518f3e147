import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong, as "rule: element, why", on the page or in the part of it that a selector names. */
export async function axeFaults(page: Page, part?: string): Promise<readonly string[]> {
  // What is greyed for a moment while the next answer comes is not there to be read.
  await page.waitForFunction(() => document.querySelector(".stale") === null);
  // In the system's own few colours contrast is the system's, and what the page would have in their place is not seen.
  const isForced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
  // It is half a megabyte of code, so a page that has it is not given it again.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: "void 0" }) })
    // What passed is not counted up element by element: nobody reads it, and it takes longer than the looking.
    .options({
      runOnly: { type: "tag", values: RULES },
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: !isForced } },
    })
    // The page has no frames, so axe need not open a page of its own to gather them.
    .setLegacyMode();
  if (part !== undefined) await page.locator(part).filter({ visible: true }).first().waitFor();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
}

/** Opens what is folded away while drawing, and what is chosen from once areas are taken by the roads around them. */
export async function openFolds(page: Page): Promise<void> {
  await page.locator('input[name="tool"][value="look"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.getByLabel("Områderne skal høre til").waitFor();
  for (const part of ["locks", "assumptions", "districts", "what", "changes", "file"]) {
    const fold = page.locator(`details.draw-${part}`);
    if (!(await fold.evaluate((details: HTMLDetailsElement) => details.open))) await fold.locator("> summary").click();
  }
  await page.locator('input[name="way"][value="block"]').focus();
  await page.keyboard.press("Space");
  await page.getByRole("group", { name: "Veje, der skiller" }).waitFor();
  await page.getByLabel("Eller vælg på listen").waitFor();
}
