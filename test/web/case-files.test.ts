import { describe, expect, test } from "vitest";
import { readPicked, rootOf } from "../../web/state/case-files.ts";

describe("files dropped on the page", () => {
  test.each([
    [["holbaek/case.json", "holbaek/plans/2016.json"], "holbaek/"],
    [["a/b/case.json", "a/b/old/case.json", "a/readme.csv"], "a/b/"],
    [["case.json", "sites.csv"], ""],
    [["mappe/sites.csv", "mappe/pupils.csv"], "mappe/"],
    [["one/sites.csv", "two/pupils.csv"], ""],
    [[], ""],
  ])("%j lie in %j", (paths, root) => expect(rootOf(paths)).toBe(root));

  test("loose plan files belong to plans/; what no case has is left out", async () => {
    const files = ["case.json", "sites.csv", "2016.json", "photo.png"].map((name) => new File(["{}"], name));
    const read = await readPicked(files);
    expect(read.map(({ path }) => path)).toEqual(["case.json", "sites.csv", "plans/2016.json"]);
  });
});
