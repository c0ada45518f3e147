import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { OUTSIDE } from "./src/languages/outside-texts.ts";
import { da } from "./web/i18n/da.ts";
import { usedStyles, wordsOf } from "./web/style/used-styles.ts";
import { listCaseFiles } from "./src/server/case-listing.ts";
import { LANGUAGES } from "./src/domain/language.ts";
import { learn } from "./src/domain/learn.ts";
import { saidOnly } from "./src/languages/files.ts";
import { STATEMENTS, statementPage } from "./src/server/operations/statements.ts";

const CASE = resolve(import.meta.dirname, "data/holbaek");

/** The default case beside the page, at `case/`: served while developing, copied when built, so that any static host will do. */
function caseBesidePage(): Plugin {
  return {
    name: "case-beside-page",
    configureServer: (server) => {
      server.middlewares.use("/case/", (request, response, next) => {
        const path = decodeURIComponent((request.url ?? "").replace(/^\/|[?#].*$/g, ""));
        const answer = async (): Promise<void> => {
          const files = await listCaseFiles(CASE);
          if (path === "index.json") response.end(JSON.stringify({ files }));
          else if (files.includes(path)) createReadStream(join(CASE, path)).pipe(response);
          else next();
        };
        void answer();
      });
    },
    async generateBundle() {
      const files = await listCaseFiles(CASE);
      const emit = (path: string, source: string | Uint8Array) =>
        this.emitFile({ type: "asset", fileName: `case/${path}`, source });
      emit("index.json", JSON.stringify({ files }));
      for (const path of files) emit(path, await readFile(join(CASE, path)));
    },
  };
}

/** The statements beside the page, for a host that only hands out files; a server puts its own in their place. */
function statementsBesidePage(): Plugin {
  return {
    name: "statements-beside-page",
    async generateBundle() {
      await learn();
      for (const statement of STATEMENTS)
        this.emitFile({ type: "asset", fileName: `${statement}.html`, source: statementPage(statement, {}) });
    },
  };
}

/** Of Det Fælles Designsystem the styles that the page uses: not its font files, of which the page declares the few it needs, and no class that the page never names. */
function onlyUsedStyles(): Plugin {
  const web = resolve(import.meta.dirname, "web");
  const code = async (): Promise<string[]> => {
    const paths = await readdir(web, { recursive: true });
    return Promise.all(
      paths.filter((path) => /\.(tsx?|html)$/.test(path)).map((path) => readFile(join(web, path), "utf8")),
    );
  };
  return {
    name: "only-used-styles",
    enforce: "pre",
    transform: async (css, id) =>
      id.endsWith("dkfds.min.css")
        ? { code: usedStyles(css.replaceAll(/@font-face\{[^}]*\}/g, ""), wordsOf(await code())), map: null }
        : undefined,
  };
}

/** Texts stand in both languages beside each other; English is loaded only where it is read, so that what it takes of a file is built apart. */
function englishApart(): Plugin {
  const english = resolve(import.meta.dirname, "web/i18n/en.ts");
  return {
    name: "english-apart",
    apply: "build",
    enforce: "pre",
    resolveId: async function (source, importer) {
      const isEnglish = importer === english || importer?.endsWith("?english");
      if (!isEnglish || !source.endsWith("-texts.ts")) return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}?english`;
    },
  };
}

/** Of a language that is a pack what is said, without what the texts are in the program's own languages: that is for whoever translates. */
function packsWithoutSources(): Plugin {
  return {
    name: "packs-without-sources",
    enforce: "pre",
    transform: (json, id) => {
      if (!/\/src\/languages\/[^/]+\.json$/.test(id)) return undefined;
      const pack = JSON.parse(json);
      return { code: JSON.stringify({ ...pack, texts: saidOnly(pack.texts) }), map: null };
    },
  };
}

/** `start-again.js` with its words. */
async function startAgain(): Promise<string> {
  await learn();
  const source = await readFile(resolve(import.meta.dirname, "web/offline/start-again.js"), "utf8");
  const words = LANGUAGES.map((language) => [language, OUTSIDE.cutOff[language], OUTSIDE.again[language]]);
  return source.replace(/\[\s*\/\* in each language \*\/\s*\]/, JSON.stringify(words));
}

/** What is said where the page's code cannot run or did not come: in `index.html`, and in a script of its own beside it. */
function saidOutside(): Plugin {
  return {
    name: "said-outside",
    transformIndexHtml: async (html) => {
      await learn();
      const said = LANGUAGES.map((language) => `<p lang="${language}">${OUTSIDE.noScript[language]}</p>`);
      return html
        .replace("<!-- in each language -->", said.join(""))
        .replace('"page.description"', JSON.stringify(da["page.description"]));
    },
    configureServer: (server) => {
      server.middlewares.use("/start-again.js", (_, response) => {
        void startAgain().then((source) => response.setHeader("content-type", "text/javascript").end(source));
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "start-again.js", source: await startAgain() });
    },
  };
}

/** Lists every built file that the page can need later in `service-worker.js`, so that it works without a network: those whose content is in their name, which are right for ever. */
function offline(): Plugin {
  return {
    name: "offline",
    async generateBundle(_, bundle) {
      // Those with their content's hash in their name; `start-again.js` has none, and the service worker names it itself.
      const wanted = /^assets\/.+\.(js|mjs|css|wasm|woff2)$/;
      const files = Object.keys(bundle).filter((path) => wanted.test(path));
      const source = await readFile(resolve(import.meta.dirname, "web/offline/service-worker.js"), "utf8");
      const stamped = source.replace("[/* files of this build */]", JSON.stringify(files));
      this.emitFile({ type: "asset", fileName: "service-worker.js", source: stamped });
    },
  };
}

/** What each build of the page's code is made with. */
const PAGE = { base: "./", worker: { format: "es", plugins: () => [packsWithoutSources()] } } as const;
const codePlugins = () => [onlyUsedStyles(), englishApart(), packsWithoutSources(), react()];

/** What of a build is fetched before anything is shown: the modules of its entry and of all that is imported from there at once. */
function firstModules(built: Awaited<ReturnType<typeof build>>): Set<string> {
  const files = "output" in built ? built.output : [];
  const chunks = new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
  const wanted = [...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  // Grows while it is walked.
  const reached = new Set(wanted);
  for (const path of reached) for (const each of chunks.get(path)?.imports ?? []) reached.add(each);
  return new Set([...reached].flatMap((path) => chunks.get(path)?.moduleIds ?? []));
}

/**
 * What is shown first comes in one file, not in a file for each set of parts that share something: seventy small files wait for each other on
 * the six lines to a server, and are packed worse. Which modules that are is known only from what was left out as unused, so from a build before.
 */
function firstTogether(): Plugin {
  return {
    name: "first-together",
    apply: "build",
    config: async ({ build: options }, { mode }) => {
      const built = await build({
        configFile: false,
        root: resolve(import.meta.dirname, "web"),
        mode,
        logLevel: "silent",
        ...PAGE,
        plugins: codePlugins(),
        build: { ...options, write: false, emptyOutDir: false, minify: false, reportCompressedSize: false },
      });
      const first = firstModules(built);
      const groups = [{ name: "first", test: (id: string) => first.has(id) && !id.endsWith("/web/main.tsx") }];
      return {
        build: { rolldownOptions: { output: { codeSplitting: { groups, includeDependenciesRecursively: false } } } },
      };
    },
  };
}

/** The library's modules do nothing by being imported, so the page takes from its barrel only what it uses. */
const doesSomething = (id: string): boolean =>
  !id.startsWith(resolve(import.meta.dirname, "src")) && !/node_modules\/(@turf|fflate|h3-js|proj4|zod)\//.test(id);

/** Tests that take long, most by a browser or a solver: they begin first, so that the short ones fill both workers to the end. */
const ALONE = ["cli", "e2e", "oracle", "readme", "solve"].map((folder) => `test/${folder}/**/*.test.ts`);

/** Hot loops that little is loaded for: in a process that has run much else before, the same code takes three times as long. */
const FRESH = ["test/kernels/**/*.test.ts"];

/** The page is built from web/ into dist/web; the tests run in Node and drive a real browser where they need one. */
export default defineConfig({
  ...PAGE,
  plugins: [...codePlugins(), caseBesidePage(), statementsBesidePage(), saidOutside(), offline(), firstTogether()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { treeshake: { moduleSideEffects: doesSomething } },
  },
  test: {
    root: import.meta.dirname,
    globalSetup: ["test/e2e/build-page.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The page answers when it is done, on a slow machine later than a second.
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    projects: [
      // What keeps nothing behind loads the library once, not once a file.
      {
        extends: true,
        test: { name: "core", include: ["test/**/*.test.ts"], exclude: [...ALONE, ...FRESH], isolate: false },
      },
      { extends: true, test: { name: "alone", include: ALONE, isolate: false } },
      { extends: true, test: { name: "fresh", include: FRESH } },
    ],
  },
});
