import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

/** Below the checkout, so that the packages that a consumer installs as well are found. */
const folder = mkdtempSync(resolve("dist/packed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const npm = (...words: readonly string[]): string => execFileSync("npm", words, { encoding: "utf8" });
const [packed] = JSON.parse(npm("pack", "--ignore-scripts", "--json", "--pack-destination", folder)) as readonly [
  { readonly filename: string; readonly files: readonly { readonly path: string }[] },
];
const paths = packed.files.map(({ path }) => path);

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const home = join(folder, "node_modules");
const installed = join(home, "skoledistrikt");

/** Installs what was packed, with its own dependencies and no others: what it asks for beside them is not found. */
function install(): void {
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["xzf", join(folder, packed.filename), "--strip-components=1", "-C", installed]);
  for (const name of [...Object.keys(manifest.dependencies), "@types/node"]) {
    const link = join(home, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve("node_modules", name), link);
  }
}
install();

/** A few lines that somebody else writes: every kind of question and plan typed by the names that the library gives them. */
const CONSUMER = `
import { openCase, planFileSchema, questionFileSchema, type Plan, type PlanFile, type Question, type QuestionFile } from "skoledistrikt";
import { importCase, type Issue, type Municipality, type OpenCase } from "skoledistrikt/import";
import { type Basis, type Evaluation, evaluatePlan, type MeasureKey, measureNamed } from "skoledistrikt/evaluate";
import {
  type AssignmentRule, bestPlanBy, type ConsolidateQuestion, consolidate, type GroupingRule, type NetworkQuestion, planNamed,
  type Reassignment, reassign, type ReassignQuestion, type RedrawQuestion, type Solver, type Stage,
} from "skoledistrikt/solve";

export function questionsOf(rules: readonly AssignmentRule[], grouping: readonly GroupingRule[]): readonly Question[] {
  const stages: readonly Stage[] = [[{ objective: "pupil-metres", weight: 1 }]];
  const asked: ReassignQuestion = { kind: "reassign", stages, rules, limits: { seed: 1 } };
  const grouped: ConsolidateQuestion = { kind: "consolidate", districts: 2, policy: "stay", contiguity: "land", rules: grouping };
  return [asked, grouped];
}
export const kindOf = (question: Question): "redraw" | "network" | "other" =>
  question.kind === "redraw" || question.kind === "network" ? question.kind : "other";
export type Others = readonly [RedrawQuestion, NetworkQuestion, PlanFile, QuestionFile, Municipality, Reassignment];
export const named = (opened: OpenCase, id: string): Plan => planNamed(opened, id);
export const measured = (basis: Basis, plan: Plan, key: MeasureKey): number | undefined => {
  const evaluation: Evaluation = evaluatePlan(basis, plan);
  return evaluation.values.get(key);
};
export async function best(basis: Basis, solver: Solver): Promise<Plan | undefined> {
  const [, question] = questionsOf([], []);
  if (question?.kind !== "consolidate") return undefined;
  const outcome = await consolidate(basis, question, solver);
  return outcome.status === "optimal" ? bestPlanBy(basis, outcome.answer, "saving") : undefined;
}
export const problems = (files: ReadonlyMap<string, Uint8Array>): readonly Issue[] => openCase(files).issues;
export const all = [importCase, reassign, planFileSchema, questionFileSchema, measureNamed] as const;
`;

/** Who reads the types in Node, and who does in a bundler for the browser; neither is let off checking libraries. */
const READERS = {
  node: { module: "NodeNext", moduleResolution: "NodeNext", lib: ["ES2023"], types: ["node"] },
  browser: { module: "ESNext", moduleResolution: "Bundler", lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] },
} as const;

test.each(Object.entries(READERS))(
  "the packed library's types hold in a strict program of somebody else's, in %s",
  (reader, options) => {
    const readme = /```ts\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))![1];
    const files = reader === "node" ? { "consumer.ts": CONSUMER, "readme.ts": readme } : { "consumer.ts": CONSUMER };
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const config = join(folder, `${reader}.json`);
    const compilerOptions = {
      ...options,
      target: "ES2023",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(config, JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    const { stdout, status } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", config], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  },
);

test("every entry of the package is packed, and works with its own dependencies alone", () => {
  const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
    typeof target === "string" ? [] : [{ name: `skoledistrikt${name.slice(1)}`, target }],
  );
  expect(entries.map(({ name }) => name)).toEqual(
    ["", "/import", "/evaluate", "/solve", "/node"].map((end) => `skoledistrikt${end}`),
  );
  for (const { target } of entries)
    for (const path of [target.types, target.default]) expect(paths).toContain(path.slice(2));
  const program = `const found = await Promise.all(${JSON.stringify(entries.map(({ name }) => name))}.map((name) => import(name)));
    console.log(found.map((each) => Object.keys(each).length > 2).join());`;
  const path = join(folder, "imports.mjs");
  writeFileSync(path, program);
  expect(execFileSync(process.execPath, [path], { encoding: "utf8" }).trim()).toBe(entries.map(() => "true").join());
});

test("the package holds what a user needs and no more", () => {
  for (const needed of [
    "README.md",
    "LICENSE",
    "dist/src/cli/main.js",
    "dist/web/index.html",
    "data/holbaek/case.json",
  ])
    expect(paths).toContain(needed);
  expect(
    paths.filter((path) =>
      /^(src|web|test|node_modules)\/|\.map$|tsbuildinfo|\/write-|^dist\/(test|data)\//.test(path),
    ),
  ).toEqual([]);
});

/** The packages that built files name. */
function namedIn(files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of files) {
    const text = readFileSync(join(installed, path), "utf8");
    for (const [, name] of text.matchAll(
      /(?:from|import\(|import)\s*["'](?!\.|node:|skoledistrikt)((?:@[\w.-]+\/)?[\w.-]+)/g,
    ))
      found.add(name);
  }
  return found;
}

test("what the program imports is a dependency, and what the page is built from is none", () => {
  const built = paths.filter((path) => /^dist\/src\/.*(?<!\.d)\.js$/.test(path));
  const imported = namedIn(built);
  const { dependencies, devDependencies } = manifest;
  expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
  // Types alone are imported by what tells them.
  const told = namedIn(paths.filter((path) => /^dist\/src\/.*\.d\.ts$/.test(path)));
  const isUsed = (name: string): boolean =>
    [name, name.replace("@types/", "")].some((each) => imported.has(each) || told.has(each));
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([]);
  expect(Object.keys(devDependencies).filter((name) => imported.has(name) || told.has(name))).toEqual([]);
  expect(["react", "react-dom", "maplibre-gl", "vite", "typescript"].filter((name) => name in dependencies)).toEqual(
    [],
  );
  expect(existsSync(join(installed, "node_modules")) && readdirSync(join(installed, "node_modules"))).toBe(false);
});
