import { expect, test } from "vitest";
import { councilFile } from "../../../src/council/council-file.ts";
import { writtenProposal } from "../../../web/proposals/file.ts";
import { openPage, opened } from "./page.ts";

const { basis, plans, dataHash } = opened;
const handed = { number: 1, at: "2026-01-01T19:00:00Z", dissent: "", said: [], votes: [], priorities: [], states: [] };

test("a proposal for the council opens as a proposal, and it is said of how many figures agree", async () => {
  const page = await openPage();
  const start = plans[0];
  page.studio.begin(start, start.title);
  const [{ draft, ...begun }] = page.all();
  const proposal = writtenProposal({ municipality: basis.municipality, plans, dataHash }, begun);
  const written = councilFile(opened, { proposal, draft }, "Borgermøde", handed);
  const reader = await openPage();
  await reader.studio.read(JSON.stringify(written), "forslag.json");
  expect(reader.all()).toHaveLength(1);
  const said = () =>
    reader.store
      .state()
      .outcome!.lines.map(({ da }) => da)
      .join(" ");
  expect(said()).toMatch(/(\d+) af \1 tal stemmer/);
  const [row, ...rows] = written.figures.rows;
  const figures = { ...written.figures, rows: [{ ...row, proposal: -1 }, ...rows] };
  await reader.studio.read(JSON.stringify({ ...written, figures }), "forslag.json");
  expect(said()).toMatch(/i filen -1, regnet efter/);
  await reader.studio.read(JSON.stringify({ ...written, room: 1 }), "forslag.json");
  expect(said()).toMatch(/kan ikke læses/);
});
