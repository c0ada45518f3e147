import { describe, expect, test } from "vitest";
import { listSearch } from "../../web/state/search.ts";

const NAMES = ["Sofielund", "Isefjord", "Tuse Næs", "Katrinedal", "Tornved", "Engskov", "Orø og Udby", "Søndersø"];

describe("searching the list", () => {
  test.each([
    ["Sofielund + Isefjord", [[0, 1]]],
    ["sof+ise", [[0, 1]]],
    ["Sofielund og Isefjord", [[0, 1]]],
    ["sofielund AND isefjord", [[0, 1]]],
    ["sofielund/isefjord & engskov", [[0, 1, 5]]],
    ["isefjord + sofielund, tornved + engskov", [[0, 1], [4, 5]]], // prettier-ignore
    ["næs + katrinedal", [[2, 3]]],
    ["tuse naes + katrinedal", [[2, 3]]],
    ["TUSE NÆS+KATRINEDAL", [[2, 3]]],
    ["Tuse Næs".normalize("NFD") + " + engskov", [[2, 5]]],
    ["soenders + engskov", [[5, 7]]],
    ["Orø og Udby og Engskov", [[5, 6]]],
    ["orø og udby + engskov", [[5, 6]]],
    ["Sofielund + Sofielund", []],
    ["sofielund engskov", [[0, 5]]],
    ["tuse næs engskov", [[2, 5]]],
    ["", []],
    ["+ ,", []],
  ])("%s", (search, join) => {
    const found = listSearch(search, NAMES);
    expect(found).toMatchObject({ join, unknown: [], several: [] });
  });

  test.each([
    ["78", [77]],
    ["Plan 78", [77]],
    ["plan nr. 78, 3", [77, 2]],
    ["nr 1", [0]],
  ])("%s is a plan by its number", (search, plans) => {
    expect(listSearch(search, NAMES)).toMatchObject({ plans, join: [], unknown: [], several: [], alone: [] });
  });

  test("a district of that name comes before a plan of that number", () => {
    expect(listSearch("4 + engskov, 4", [...NAMES, "Distrikt 4"])).toMatchObject({ plans: [], join: [[5, 8]] });
  });

  test("words that are no district are named, the others still count", () => {
    expect(listSearch("Roskilde + tuse + Engskov", NAMES)).toMatchObject({
      join: [[2, 5]],
      unknown: ["Roskilde"],
    });
  });

  test("a word that begins several names asks for nothing, and says which", () => {
    const found = listSearch("t + engskov + sofielund", NAMES);
    expect(found).toMatchObject({ join: [[0, 5]], several: [{ word: "t", names: ["Tuse Næs", "Tornved"] }] });
  });

  test("a district by itself is in every plan, and that is said", () => {
    expect(listSearch("Sofielund", NAMES)).toMatchObject({ join: [], alone: ["Sofielund"] });
    expect(listSearch("Sofielund + Isefjord, torn", NAMES)).toMatchObject({ join: [[0, 1]], alone: ["Tornved"] });
  });
});
