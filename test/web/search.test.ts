import { describe, expect, test } from "vitest";
import { joinedDistricts } from "../../web/state/search.ts";

const NAMES = ["Sofielund", "Isefjord", "Tuse Næs", "Katrinedal", "Tornved", "Engskov"];

describe("searching for districts that join", () => {
  test.each([
    ["Sofielund + Isefjord", [[0, 1]]],
    ["sof+ise", [[0, 1]]],
    ["isefjord + sofielund, tornved + engskov", [[0, 1], [4, 5]]], // prettier-ignore
    ["næs + katrinedal", [[2, 3]]],
    ["Sofielund + Sofielund", []],
    ["Sofielund", []],
    ["", []],
    ["+ ,", []],
  ])("%s", (search, join) => expect(joinedDistricts(search, NAMES).join).toEqual(join));

  test("words that are no district are named, the others still count", () => {
    expect(joinedDistricts("Roskilde + tuse + Engskov", NAMES)).toEqual({ join: [[2, 5]], unknown: ["Roskilde"] });
  });
});
