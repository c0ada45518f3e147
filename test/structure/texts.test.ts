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

/** The places that dates are written by, and two pages for whoever runs a server, which have a paragraph for each fact in each language. */
const KNOWN = { "domain/language.ts": 1, "server/operations/statements.ts": 2 };

test("every text of the library stands in a catalogue under a key, so that a third language is one file", () => {
  const found = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.d)\.ts$/.test(path))
    .flatMap((path) => {
      const { program } = parseSync(path, readFileSync(join("src", path), "utf8"));
      const count = isNode(program) ? unkeyed(program, false) : 0;
      return count > 0 ? [[path, count] as const] : [];
    });
  expect(Object.fromEntries(found)).toEqual(KNOWN);
});
