import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSync } from "vite";

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
const isNode = (found: unknown): found is Node => typeof found === "object" && found !== null && "type" in found;

const nameOf = (node: unknown): unknown => (isNode(node) ? (node["name"] ?? node["value"]) : undefined);

/** Words of each language where they stand: a string, a template or a list of them. */
const WRITTEN = new Set(["Literal", "TemplateLiteral", "ArrayExpression"]);

/** `{ da: "…", en: "…" }`. */
function isText({ type, properties }: Node): boolean {
  if (type !== "ObjectExpression" || !Array.isArray(properties)) return false;
  const found: unknown[] = properties;
  const parts = found.filter(isNode);
  const keys = parts.map(({ key }) => nameOf(key)).join();
  return keys === "da,en" && parts.every(({ value }) => isNode(value) && WRITTEN.has(value.type));
}

/** `language === "da" ? "til" : "to"`. */
const isChoice = ({ type, consequent, alternate }: Node): boolean =>
  type === "ConditionalExpression" && [consequent, alternate].every(saysWords);
const saysWords = (found: unknown): boolean =>
  isNode(found) && (found.type === "Literal" ? isWord(found["value"]) : WRITTEN.has(found.type));
const isWord = (value: unknown): boolean => typeof value === "string" && /\p{L}{2}/u.test(value);
const asksLanguage = ({ test: asked }: Node): boolean =>
  isNode(asked) && isNode(asked["right"]) && asked["right"]["value"] === "da";

/** Texts beside each other that no catalogue keys: what is made in a function is none of the catalogue around it. */
function unkeyed(node: Node, keyed: boolean): number {
  if (!keyed && (isText(node) || (isChoice(node) && asksLanguage(node)))) return 1;
  const inside =
    node.type === "CallExpression" && nameOf(node["callee"]) === "catalogue"
      ? true
      : keyed && !/Function/.test(node.type);
  let found = 0;
  for (const each of Object.values(node).flat()) if (isNode(each)) found += unkeyed(each, inside);
  return found;
}

const nodesOf = (path: string): Node => {
  const { program } = parseSync(path, readFileSync(path, "utf8"));
  if (!isNode(program)) throw new Error(`${path} cannot be read.`);
  return program;
};

const files = ["src", "web"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path))
    .map((path) => join(root, path)),
);

test("every text of the library and the page stands in a catalogue under a key, so that a third language is one file", () => {
  const found = files.filter((path) => unkeyed(nodesOf(path), false) > 0);
  expect(found).toEqual([]);
});

/** What of an element is seen or read aloud. */
const SAID = new Set([
  "aria-label",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
  "legend",
  "axis",
  "unit",
]);
/** Keys of texts are said by whoever gets them. */
const isKey = (text: string): boolean => /^[a-z][\w-]*(\.[\w-]+)+$/.test(text);

/** Words in an element that are seen as they are written there; what a call makes of words is its own. */
function seen(node: Node, isShown: boolean): readonly string[] {
  const { type } = node;
  if (type === "JSXText" || (type === "Literal" && isShown)) {
    const text = node["value"];
    return typeof text === "string" && isWord(text) && !isKey(text) ? [text.trim()] : [];
  }
  if (type === "TemplateElement" && isShown) {
    const raw = isRaw(node["value"]) ? node["value"].raw : "";
    return isWord(raw) ? [raw] : [];
  }
  const shown =
    type === "JSXExpressionContainer" || type === "JSXElement"
      ? isShown || type === "JSXElement"
      : type === "JSXAttribute"
        ? SAID.has(String(nameOf(node["name"])))
        : isShown && PASSING.has(type);
  return Object.entries(node).flatMap(([at, part]) =>
    [part]
      .flat()
      .flatMap((each) => (isNode(each) ? seen(each, at === "test" || at === "openingElement" ? false : shown) : [])),
  );
}
const isRaw = (value: unknown): value is { readonly raw: string } =>
  typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string";
/** What hands on the words inside it. */
const PASSING = new Set(["ConditionalExpression", "LogicalExpression", "TemplateLiteral", "ArrayExpression"]);

test("no element of the page has words of its own, seen or read aloud", () => {
  const found = files
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) => seen(nodesOf(path), false).map((text) => `${path}: ${text}`));
  expect(found).toEqual([]);
});

/** Groups of areas are numbered by their Danish names, whoever looks: nobody is shown them in that order. */
const IN_ONE_ORDER = new Set(["web/draw/ways/block.ts", "web/draw/ways/groups.ts"]);

test("dates, numbers, lists and sorting are written by the language that is spoken", () => {
  const byHand = /\b(?:new Intl\.\w+|localeCompare|toLocale(?:Date|Time)?String)\([^;]*?"(?:da|en)(?:-[A-Z]{2})?"/;
  const found = files.filter((path) => byHand.test(readFileSync(path, "utf8")) && !IN_ONE_ORDER.has(path));
  expect(found).toEqual([]);
});

/** Where the words for one grade and for several are made, and a list of several is. */
const MAKES_GRADES = new Set(["src/domain/grades.ts", "src/report/plan-problems.ts"]);

test("no sentence calls a blank grades: whether they are one or several is said by what fills it", () => {
  const calls = /"[^"\n]*\bgrades \{(?!found\})[^"\n]*"/gi;
  const found = files
    .filter((path) => !MAKES_GRADES.has(path))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(calls)].map(([text]) => `${path}: ${text}`))
    .filter((text) => !text.includes(", select,"));
  expect(found).toEqual([]);
});
