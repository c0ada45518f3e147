import { expect, test } from "vitest";
import { FIRST_FORM } from "../../../web/ask/form.ts";
import { AskSession } from "../../../web/ask/session.ts";

const keeps = (site: number, id = `keep-site ${site}`) => ({ id, row: "keep-site" as const, filled: { site } });
const rulesOf = (session: AskSession) => session.now().form.rules.map(({ filled }) => filled);

test("a rule goes on with its school where new schools are numbered anew, and goes with a school that is no more", () => {
  const session = new AskSession({ ...FIRST_FORM, rules: [keeps(0), keeps(1), keeps(2)] });
  session.fit({ data: "a", siteIds: ["old", "new-1", "new-2"], districtIds: [] });
  session.fit({ data: "a", siteIds: ["old", "new-2"], districtIds: [] });
  expect(rulesOf(session)).toEqual([{ site: 0 }, { site: 1 }]);
});

test("of another case nothing is answered, searched or asked about its schools; the same case changes nothing", () => {
  const session = new AskSession({ ...FIRST_FORM, rules: [keeps(1)] });
  session.fit({ data: "a", siteIds: ["x", "y"], districtIds: [] });
  const asked = { form: session.now().form } as never;
  session.ask({ ask: (_, hear) => hear({ status: "answered", plans: [], seconds: 1 }) }, asked, {} as never);
  const before = session.now();
  session.fit({ data: "a", siteIds: ["x", "y"], districtIds: [] });
  expect(session.now()).toBe(before);
  expect([session.isOf("a"), session.isOf("b")]).toEqual([true, false]);
  session.fit({ data: "b", siteIds: ["z"], districtIds: [] });
  expect(session.isOf("b")).toBe(true);
  expect(session.now()).toEqual({ form: { ...FIRST_FORM, rules: [] }, run: { status: "none" } });
});
