import { MEASURES } from "../cases/folkeskole.ts";
import { TRANSPORT_LEFT_OUT } from "../../src/rules/transport-right.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { councilSum, proposalHash } from "../../src/council/canonical.ts";
import { checkCouncilFile, isAgreeing, readCouncilFile } from "../../src/council/check.ts";
import { checkedWords } from "../../src/council/checked-words.ts";
import { councilFile } from "../../src/council/council-file.ts";
import { councilPage } from "../../src/council/page.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs, closeSite, joinDistricts, renameDistrict, setCapacity } from "../../src/edit/tools.ts";
import { councilFigures } from "../../src/council/figures.ts";
import { figureNotes } from "../../src/council/parts.ts";
import { roundedParts, savingTable } from "../../src/council/saving-table.ts";
import { handedOver } from "../../src/meeting/handed-over.ts";
import { blocksHtml } from "../../src/paper/html.ts";
import type { CouncilFile } from "../../src/protocol/council-file.ts";
import type { Anchor } from "../../src/protocol/room-acts.ts";
import { here } from "../cli/here.ts";
import { lattice, start } from "../edit/random.ts";
import { after, AT, proposalAct } from "../meeting/world.ts";

const { basis, plans, dataHash } = lattice;
const [adby] = basis.municipality.sites;
const closed = closeSite(start, 0);
const pairs = [...start.plan.assignment.keys()].filter((pair) => start.plan.assignment[pair] === 0);
const changes = [...closed, ...assignPairs(applyChanges(start, closed), pairs, 1).changes];
const draft = applyChanges(start, changes);
const proposal = writeProposal(
  { id: "p", start: start.plan, edits: [{ id: "e1", by: "seat", at: AT, changes }] },
  { municipality: basis.municipality, plans, dataHash },
);
const names = {
  proposal: () => "Forslag",
  measure: (key: string) => ({ da: key, en: key }),
  anchor: (on: Anchor) => ({ da: on.kind === "site" ? adby.name : on.kind, en: on.kind }),
};
const comment = (id: string, text: string, more = {}) =>
  ["bo", { kind: "comment", comment: id, proposal: "p", tone: "against", text, ...more }] as const;
const ballots = { ballots: 6, first: [0], points: [4, 2] };
const meeting = after(
  ["anna", proposalAct("p")],
  comment("c1", "For langt <script>alert(1)</script>", { on: { kind: "site", site: adby.id } }),
  comment("c2", "Bussen kører", { to: "c1" }),
  comment("c3", "Søgade 3"),
  ["anna", { kind: "hide", what: { comment: "c3" }, reason: "en adresse" }],
  [
    "anna",
    {
      kind: "vote",
      vote: "v",
      title: "Støtter I?",
      method: "support",
      options: [{ kind: "version", proposal: "p", number: 1 }],
    },
  ],
  ["room", { kind: "close", vote: "v", result: ballots }],
  [
    "anna",
    {
      kind: "vote",
      vote: "m",
      title: "Hvad er vigtigst?",
      method: "dots",
      options: [
        { kind: "measure", measure: "saving" },
        { kind: "measure", measure: "classes" },
      ],
    },
  ],
  ["room", { kind: "close", vote: "m", result: { ballots: 6, first: [1], points: [7, 11] } }],
  ["anna", { kind: "freeze", proposal: "p", dissent: "Vi fra Adby er imod." }],
  ["anna", { kind: "council", proposal: "p", state: "hearing", text: "til 1. marts" }],
);
const handed = handedOver(meeting, { proposal: "p", lastDrawn: 2 }, names);
const file = councilFile({ basis, plans }, { proposal, draft }, "Borgermøde", handed!);

const check = (changed: CouncilFile, hash = dataHash) =>
  checkCouncilFile({ basis, plans, dataHash: hash }, changed, "forslag.json").value!;

/** What is said under a table of figures that are told so. */
const notes = (proposals: readonly CouncilFile["figures"]["rows"][number]["proposal"][]) =>
  blocksHtml(
    figureNotes(
      {
        rows: proposals.map((told) => ({
          measure: "classes",
          plans: {},
          ...(told !== undefined && { proposal: told }),
        })),
      },
      "da",
      "all",
    ),
  );

describe("what a council is handed", () => {
  test("a proposal that nobody passed on is not handed over; of what was said, nothing that was deleted and nobody's name", () => {
    expect(handedOver(after(["anna", proposalAct("p")]), { proposal: "p", lastDrawn: 1 }, names)).toBeUndefined();
    expect(handed).toMatchObject({ number: 10, dissent: "Vi fra Adby er imod.", states: [{ state: "hearing" }] });
    expect(handed!.said.map(({ text, answers }) => [text, answers])).toEqual([
      ["For langt <script>alert(1)</script>", ["Bussen kører"]],
    ]);
    expect(JSON.stringify(handed)).not.toMatch(/Søgade|bo|anna/);
    // The vote began when the proposal had one entry, and it was drawn on since.
    expect(handed!.votes.map(({ da }) => da)).toEqual([
      "»Støtter I?« om »Forslag«, version nr. 1: vedtaget (6 stemmer: 4 for, 2 imod) Der er tegnet på forslaget, siden afstemningen begyndte.",
    ]);
  });

  test("the page says of which proposal something was said, where it is joined, and what was said after that", () => {
    const [one] = handed!.said;
    const said = [
      { ...one, text: "En", of: "Bevar" },
      { ...one, text: "To", of: "Bevar", since: true },
    ] as const;
    const page = councilPage({ ...file, said: [...said] }, "da", undefined);
    expect(page).toContain("En (skrevet om »Bevar«)");
    expect(page).toContain("To (skrevet om »Bevar«, efter at forslagene blev samlet)");
  });

  test("the page says what something was said about, where that is a school, a figure or a place", () => {
    expect(councilPage(file, "da", undefined)).toContain(`Om ${adby.name}: For langt &lt;script`);
  });

  test("votes on what matters are handed over too, beside those that the proposal stood in", () => {
    expect(handed!.priorities!.map(({ da }) => da)).toEqual([
      "»Hvad er vigtigst?«: først: classes (6 stemmer: classes: 11; saving: 7)",
    ]);
    expect(councilPage(file, "da", undefined)).toContain("først: classes (6 stemmer");
  });

  test("all that is other than today is told: a school that closes, areas that move, names of districts", () => {
    const [one] = draft.plan.districts;
    const renamed = applyChanges(draft, renameDistrict(draft, one.id, "Nyt navn"));
    const { changes: told } = councilFigures({ basis, plans }, renamed);
    const words = told.map(({ about, text }) => [about?.da, text.da].filter(Boolean).join(": "));
    expect(words[0]).toMatch(/^(Ca\. \d+|Færre end fem) elever( i .*klasse)? kommer på en anden skole\.$/);
    expect(words.some((line) => line.startsWith(`${adby.name} lukker: Afgiver `))).toBe(true);
    expect(words.some((line) => /: Får .* områd(e|er), /.test(line))).toBe(true);
    expect(words).toContain(`Distriktet ${one.name} hedder nu Nyt navn.`);
    expect(councilFigures({ basis, plans }, start).changes).toEqual([]);
    // Schools at which nothing but their district is other stand in one line, and so do districts that cease to be.
    const [kept, other] = start.plan.districts;
    const joined = applyChanges(start, joinDistricts(start, kept.id, other.id));
    const lines = councilFigures({ basis, plans }, joined).changes.map(({ text }) => text.da);
    const schools = other.sites.map((site) => basis.municipality.sites[site].name);
    // As many pupils change district as the table says, which is none where all of a district lives on in another.
    expect(lines[1]).toMatch(/^Andre skoler, hvis distrikt føres videre i et andet: /);
    for (const name of schools) expect(lines[1]).toContain(`${name} (fra ${other.name} til ${kept.name})`);
    expect(lines.slice(2)).toEqual([`Distriktet ${other.name} findes ikke længere som eget distrikt.`]);
  });

  test("what the law asks is told: which schools close, whose boards are heard, what a member who is against it may demand", () => {
    const { procedure, rows, notes: told } = file.figures;
    const said = procedure!.map(({ da }) => da).join(" ");
    expect(said).toMatch(/^A lukker med alle afdelinger\. Efter loven nedlægges én skole\. /);
    expect(said).toMatch(/Skolebestyrelser, der skal høres: /);
    const page = councilPage(file, "da", undefined);
    expect(page).toContain("<h2>Hvad loven kræver</h2>");
    // Where no Danish law holds, nothing is told of one; an older file says nothing of which holds.
    const plain = councilPage({ ...file, case: { ...file.case, rules: "plain" } }, "da", undefined);
    expect(plain).toContain("<h2>Hvad der skal besluttes</h2>");
    expect(plain).not.toMatch(/Hvad loven kræver|kan forlange/);
    expect(page).toContain("kan forlange sin afvigende mening offentliggjort");
    expect([told, rows.find(({ measure }) => measure === "transport-right")?.range]).toEqual([
      [TRANSPORT_LEFT_OUT.text],
      undefined,
    ]);
  });

  test("what hangs on the roads is told with its range and why, where the case says how far off they are", () => {
    const info = { ...basis.municipality.info, rightsError: { low: 0.5, high: 2, source: "Prøvet." } };
    const rough = { ...basis, municipality: { ...basis.municipality, info } };
    const { rows, notes: told } = councilFigures({ basis: rough, plans }, draft);
    const { proposal: level, range } = rows.find(({ measure }) => measure === "transport-right")!;
    expect(range === undefined).toBe(typeof level !== "number" || level === 0);
    expect(councilPage({ ...file, figures: { ...file.figures, notes: told } }, "da", undefined)).toContain(
      "op til 50 % lavere eller 100 % højere",
    );
  });

  test("a file of before the law was told in it agrees all the same", () => {
    const { procedure: _procedure, notes: _notes, ...figures } = file.figures;
    const { sum: _, ...older } = { ...file, figures };
    expect(isAgreeing(check({ ...older, sum: councilSum(older) }))).toBe(true);
  });

  test("what is wrong with it is told plainly, whether pupils lack a school or places do", () => {
    const tight = applyChanges(draft, setCapacity(draft, 1, [1, 1, 1]));
    const { problems, unfinished } = councilFigures({ basis, plans }, tight);
    expect([unfinished, problems[0].da.startsWith(`${basis.municipality.sites[1].name} mangler plads til `)]).toEqual([
      [],
      true,
    ]);
    const handedTight = councilFile({ basis, plans }, { proposal, draft: tight }, "Borgermøde", handed!);
    expect(councilPage(handedTight, "da", undefined)).toContain(problems[0].da);
    const open = councilFile({ basis, plans }, { proposal, draft: applyChanges(start, closed) }, "Borgermøde", handed!);
    expect(councilPage(open, "da", undefined)).toMatch(/Problemer i forslaget<\/h2><p>Ikke færdig: .*mangler en skole/);
  });

  test("the parts of the saving add up to it as they are shown, and teaching that does not count is said apart", () => {
    const { counting = [], rows } = file.figures;
    const blocks = savingTable(file.figures, "da");
    const [lines] = blocks.filter((block) => block.kind === "table");
    const shown = [...lines.rows, ...lines.sums!].map(({ cells }) => cells[0].text);
    const amounts = shown.map((text) => Number(text.replaceAll(".", "").replace("−", "-")));
    const table = blocksHtml(blocks);
    expect(amounts.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(amounts.at(-1));
    const saving = rows.find(({ measure }) => measure === "saving")!.proposal as number;
    expect(amounts.at(-1)).toBe(1000 * Math.round(saving / 1000));
    const spared = counting.filter((measure) => measure !== "saving-classes");
    expect(blocksHtml(savingTable({ rows, counting: spared }, "da"))).toContain(
      "ikke med i summen: lærere og pædagoger",
    );
    expect(table).not.toContain("lærere og pædagoger");
  });

  test.each([
    [
      [0.4, 0.4, 0.4],
      [1, 0, 0],
    ],
    [
      [-1.5, 2.2],
      [-1, 2],
    ],
    [
      [1.5, 1.5],
      [2, 1],
    ],
    [[], []],
  ])("parts are rounded so that they add up: %j", (parts, rounded) => {
    expect(roundedParts(parts, 1)).toEqual(rounded);
  });

  test("a mark in a table is explained where it stands, and nowhere else", () => {
    expect([notes([12]).includes("Skjult"), notes([12]).includes("&lt;5")]).toEqual([false, false]);
    expect([notes(["hidden"]).includes("Skjult"), notes(["<5"]).includes("»&lt;5«")]).toEqual([true, true]);
  });

  test("the file has every figure beside today and each of the council's plans, and what becomes of the schools", () => {
    const { figures } = file;
    const others = plans.filter(({ id }) => id !== basis.baseline.id);
    expect(figures.plans.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(figures.rows.length).toBeGreaterThan(0.75 * MEASURES.length);
    expect(figures.schools).toContainEqual({ name: adby.name, fate: "closed" });
    const saving = figures.rows.find(({ measure }) => measure === "saving");
    expect(saving!.range!.low).toBeLessThan(saving!.range!.high);
    expect(readCouncilFile(JSON.stringify(file))).toEqual(file);
  });

  test("worked out anew every figure agrees; one that was changed is named, and so are other data and a proposal changed afterwards", () => {
    const agreed = check(file);
    expect(agreed).toMatchObject({ differing: [], hash: "same", data: "same" });
    expect(agreed.figures).toBeGreaterThan(100);
    const rows = file.figures.rows.map((row) =>
      row.measure === "saving" ? { ...row, proposal: 12, range: { ...row.range!, high: 13 } } : row,
    );
    const cheat = check({ ...file, figures: { ...file.figures, rows } });
    expect(cheat.differing.map(({ measure, of }) => `${measure} ${of}`)).toEqual(["saving proposal", "saving high"]);
    expect(checkedWords(cheat)[0].da).toBe(
      `${agreed.figures - 2} af ${agreed.figures} tal stemmer, når de regnes efter.`,
    );
    // A figure that was left out differs too.
    const fewer = check({ ...file, figures: { ...file.figures, rows: file.figures.rows.slice(1) } });
    expect(fewer.differing.length).toBeGreaterThan(0);
    const turned = check({ ...file, proposal: { ...proposal, edits: [] } });
    expect([turned.hash, turned.differing.length > 0]).toEqual(["other", true]);
    expect(check(file, "0".repeat(64)).data).toBe("other");
  });

  const { synthetic, ...caseWithout } = file.case;
  const told = file.figures;
  const elsewhere = { ...told.districts[0], name: "Nordby", schools: ["Nordby Skole"] };
  test.each<readonly [path: string, changed: Partial<CouncilFile>]>([
    ["case.synthetic.da", { case: caseWithout }],
    ["case.name", { case: { ...file.case, name: "Nordby" } }],
    ["case.schoolYear", { case: { ...file.case, schoolYear: "2019/20" } }],
    ["case.priceYear", { case: { ...file.case, priceYear: 2019 } }],
    ["reason", { reason: "Ingen" }],
    ["figures.assumptions[0].da", { figures: { ...told, assumptions: [{ da: "Taxa", en: "Taxi" }] } }],
    ["figures.districts[0].name", { figures: { ...told, districts: [elsewhere, ...told.districts.slice(1)] } }],
    ["figures.districts[0].schools[0]", { figures: { ...told, districts: [elsewhere, ...told.districts.slice(1)] } }],
    ["figures.schools[0].name", { figures: { ...told, schools: [] } }],
    ["figures.problems[0].da", { figures: { ...told, problems: [{ da: "x", en: "x" }] } }],
    ["figures.changes[0].text.da", { figures: { ...told, changes: [] } }],
    ["figures.counting[0]", { figures: { ...told, counting: [] } }],
    ["figures.unfinished[0].da", { figures: { ...told, unfinished: [{ da: "x", en: "x" }] } }],
    ["figures.plans[0].id", { figures: { ...told, plans: [{ id: "x", title: "Planen" }] } }],
    ["proposal.title", { proposal: { ...proposal, title: "Bevar alle skoler" } }],
  ])(
    "what follows from case and proposal is named where it was changed, whatever its sums say: %s",
    (path, changed) => {
      expect(synthetic).toBeDefined();
      const other = { ...file, ...changed };
      const summed = { ...other, hash: proposalHash(other.proposal) };
      const checked = check({ ...summed, sum: councilSum(summed) });
      expect([checked.hash, checked.sum, isAgreeing(checked)]).toEqual(["same", "same", false]);
      expect(checked.fields.map((each) => each.path)).toContain(path);
      expect(checkedWords(checked).some(({ da }) => da.startsWith(`${path}: i filen`))).toBe(true);
    },
  );

  test("what only the room knows is said not to be worked out, with how many; a change of it is seen by the file's sum", () => {
    expect(isAgreeing(check(file))).toBe(true);
    expect(check(file).unchecked).toEqual({ said: 2, votes: 2, states: 1 });
    expect(checkedWords(check(file)).at(-1)!.da).toMatch(/kan ikke regnes efter.*svar \(2\), afstemninger \(2\)/);
    const others: readonly Partial<CouncilFile>[] = [
      { dissent: "" },
      { said: [] },
      { votes: [] },
      { priorities: [] },
      { states: [] },
      { room: "Et andet" },
      { passedOn: AT.replace("2026", "2025") },
      { number: 7 },
    ];
    for (const changed of others) {
      const checked = check({ ...file, ...changed });
      expect([checked.sum, isAgreeing(checked)]).toEqual(["other", false]);
    }
  });

  test("a file of before there were sums of the whole is checked as far as it goes, and that is said", () => {
    const { sum: _, priorities: _votes, ...rest } = file;
    const { problems: _problems, changes: _changes, counting: _counting, ...figures } = file.figures;
    const first = { ...rest, figures };
    const read = readCouncilFile(JSON.stringify(first))!;
    expect(councilPage(read, "da", undefined)).toContain("Hvad det ændrer");
    // With a sum it is none of the first, and what was taken out of it is missed.
    const cut = check({ ...first, sum: councilSum(first) });
    expect([cut.sum, cut.fields.some(({ path }) => path.startsWith("figures.counting"))]).toEqual(["same", true]);
    const checked = check(read);
    expect([checked.sum, isAgreeing(checked)]).toEqual(["none", true]);
    expect(checkedWords(checked).map(({ da }) => da)).toContainEqual(expect.stringContaining("ingen sum af det hele"));
    expect(
      checkedWords(check(file))
        .map(({ da }) => da)
        .join(" "),
    ).not.toContain("ingen sum");
    expect(isAgreeing(check({ ...read, hash: "0".repeat(64) }))).toBe(false);
  });

  test("a proposal that leaves pupils without a school has no figures, and says what is lacking", () => {
    const open = applyChanges(start, closed);
    const { figures } = councilFile({ basis, plans }, { proposal, draft: open }, "Borgermøde", handed!);
    expect([figures.rows, figures.unfinished.length > 0]).toEqual([[], true]);
  });

  test.each(["da", "en"] as const)(
    "the page has the file in it, the same figures, and runs nothing that somebody wrote: %s",
    (language) => {
      const page = councilPage(file, language, {
        picture: "data:image/png;base64,AA",
        districts: [{ name: "Adby & Bedby", letter: "B", fill: "#8dd3c7", ink: "#1b6b5f" }],
      });
      expect(page).toMatch(/style="background:#8dd3c7;border-color:#1b6b5f;color:#1b6b5f">B<\/span>Adby &amp; Bedby/);
      const [, held] = /href="data:application\/json,([^"]*)"/.exec(page)!;
      expect(readCouncilFile(decodeURIComponent(held))).toEqual(file);
      expect(page).not.toMatch(/<script|src="http|href="http/);
      expect(page).toContain("&lt;script&gt;");
      for (const text of [file.hash, dataHash, "Vi fra Adby er imod.", adby.name, "til 1. marts"])
        expect(page).toContain(text);
      expect(page.split("<tr>").length).toBeGreaterThan(file.figures.rows.length);
    },
  );
});

describe("verify", () => {
  const folder = mkdtempSync(join(tmpdir(), "council-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const verify = async (text: string) => {
    const path = join(folder, "forslag.json");
    writeFileSync(path, text);
    return here("verify", "data/lattice", "--file", path);
  };

  test("says how many figures agree, names one that does not, and refuses what is no such file", async () => {
    const right = await verify(JSON.stringify(file));
    expect([right.code, /(\d+) af \1 tal stemmer/.test(right.out)]).toEqual([0, true]);
    const rows = file.figures.rows.map((row) => (row.measure === "classes" ? { ...row, proposal: 1 } : row));
    const wrong = await verify(JSON.stringify({ ...file, figures: { ...file.figures, rows } }));
    expect([wrong.code, wrong.out.includes("Klasser (Forslaget): i filen 1, regnet efter")]).toEqual([2, true]);
    expect((await verify(JSON.stringify(proposal))).code).toBe(2);
  });
});
