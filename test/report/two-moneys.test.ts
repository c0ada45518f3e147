import { expect, test, vi } from "vitest";
import type { allTold } from "./all-told.ts";

/** As in a process that has done nothing before. */
async function afresh(): Promise<typeof allTold> {
  vi.resetModules();
  return (await import("./all-told.ts")).allTold;
}

const CASES = [
  ["lattice", "da", "kr."],
  ["tarnsey", "en", "EUR"],
] as const;

test("two cases of different money that are open at once are told as each is alone, text by text in turn", async () => {
  const open = await afresh();
  const both = CASES.map(([name, language]) => open(name, language));
  const inTurn = CASES.map((): string[] => []);
  for (const what of both[0].keys())
    both.forEach((told, i) => inTurn[i].push(`${what}: ${told.get(what)?.() ?? "nothing"}`));
  for (const [i, [name, language, money]] of CASES.entries()) {
    const alone = [...(await afresh())(name, language)];
    const told = new Map(inTurn[i].map((text) => [text.split(":")[0], text]));
    for (const [what, make] of alone)
      expect(told.get(what) ?? `${what}: ${both[i].get(what)!()}`, `${name}: ${what}`).toBe(`${what}: ${make()}`);
    const all = inTurn[i].join("\n");
    expect(all).toContain(money);
    expect(all, "a blank that nothing was given for").not.toContain("{currency");
  }
});
