import { expect, test } from "vitest";
import { assignPairs } from "../../../src/index.ts";
import { fileText, writtenProposal } from "../../../web/proposals/file.ts";
import { linkPart, readLinkPart, titleInLink } from "../../../web/proposals/link-part.ts";
import { proposalContext } from "../../../web/proposals/proposal.ts";
import { openPage } from "./page.ts";

test("a link tells areas by name as long as there is room, then by number, and says what it cannot read", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  const pairs = [...all()[0].draft.plan.assignment.keys()].filter((pair) => pair % 2 === 0);
  studio.edit(assignPairs(all()[0].draft, pairs, 0).changes, { da: "Malet", en: "Painted" });
  const context = proposalContext(view);
  const file = writtenProposal(context, all()[0]);
  const text = fileText(file);
  const named = (await linkPart(context, { file, text }, 8000))!;
  expect(await readLinkPart(context, named)).toEqual({ text });
  const numbered = (await linkPart(context, { file, text }, named.length - 1))!;
  expect(numbered.length).toBeLessThan(named.length);
  for (const part of [named, numbered]) expect(await titleInLink(part)).toEqual(file.title);
  const read = await readLinkPart(context, numbered);
  if (typeof read === "string") throw new Error(read);
  // A cell that stands for several is told by those.
  const { studio: other, all: theirs } = await openPage();
  await other.read(read.text, "link");
  expect(theirs()[0].draft.plan.assignment).toEqual(all()[0].draft.plan.assignment);
  expect(await readLinkPart({ ...context, dataHash: "0".repeat(64) }, numbered)).toBe("other-data");
  expect(await readLinkPart(context, numbered.slice(0, -4))).toBe("cut");
  expect(await linkPart(context, { file, text }, 20)).toBeUndefined();
});
