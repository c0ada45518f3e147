import { describe, expect, test } from "vitest";
import { joinedDistricts } from "../../web/state/search.ts";

const NAMES = ["Sofielund", "Isefjord", "Tuse Næs", "Katrinedal", "Tornved", "Engskov", "Orø og Udby", "Søndersø"];

describe("searching for districts that join", () => {
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
    ["", []],
    ["+ ,", []],
  ])("%s", (search, join) => {
    const found = joinedDistricts(search, NAMES);
    expect(found).toMatchObject({ join, unknown: [], several: [] });
  });

  test("words that are no district are named, the others still count", () => {
    expect(joinedDistricts("Roskilde + tuse + Engskov", NAMES)).toMatchObject({
      join: [[2, 5]],
      unknown: ["Roskilde"],
    });
  });

  test("a word that begins several names asks for nothing, and says which", () => {
    const found = joinedDistricts("t + engskov + sofielund", NAMES);
    expect(found).toMatchObject({ join: [[0, 5]], several: [{ word: "t", names: ["Tuse Næs", "Tornved"] }] });
  });

  test("a district by itself is in every plan, and that is said", () => {
    expect(joinedDistricts("Sofielund", NAMES)).toMatchObject({ join: [], alone: ["Sofielund"] });
    expect(joinedDistricts("Sofielund + Isefjord, torn", NAMES)).toMatchObject({ join: [[0, 1]], alone: ["Tornved"] });
  });
});
