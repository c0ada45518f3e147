import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const files = ["src", "web"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => join(root, path)),
);
const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

const importsOf = (file: string): readonly string[] =>
  [...texts.get(file)!.matchAll(/from "(\.[^"]+)"/g)]
    .map(([, path]) => join(dirname(file), path))
    .filter((path) => texts.has(path));

const words = (text: string): ReadonlySet<string> => new Set(text.match(/\w+/g));

test("no file imports itself by way of others, types included", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const next of importsOf(file)) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("what a file exports, another file uses", () => {
  // The nouns of a case are the library's own words, used or not.
  const own = files.filter((file) => !/^src\/(domain\/|entries\/|index\.ts|node\.ts)/.test(file));
  const elsewhere = readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join("test", path), "utf8"))
    .concat(readFileSync("vite.config.ts", "utf8"))
    .concat(readdirSync("data/holbaek/source").map((path) => readFileSync(join("data/holbaek/source", path), "utf8")));
  const used = new Map([...texts].map(([file, text]) => [file, words(text)]));
  const outside = words(elsewhere.join("\n"));
  const dead = own.flatMap((file) =>
    [...texts.get(file)!.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)]
      .map(([, name]) => name)
      .filter((name) => !outside.has(name) && ![...used].some(([other, names]) => other !== file && names.has(name)))
      .map((name) => `${file}: ${name}`),
  );
  expect(dead).toEqual([]);
});

test("no schema of a file or a message lets a field that it does not know go without a word", () => {
  const loose = files.filter(
    (file) => file.startsWith("src/protocol/") && /z\.(object|looseObject)\(/.test(texts.get(file)!),
  );
  expect(loose).toEqual([]);
});
