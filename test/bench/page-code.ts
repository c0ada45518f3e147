import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as brush from "../../web/draw/brush.ts";
import type * as soFar from "../../web/draw/so-far.ts";
import type * as strokes from "../../web/draw/strokes.ts";
import type * as picture from "../../web/map/picture.ts";
import type * as history from "../../web/proposals/history.ts";
import type * as proposal from "../../web/proposals/proposal.ts";
import type * as caseView from "../../web/worker/case-view.ts";
import type * as effects from "../../web/worker/effects.ts";

/** What of the page is measured in Node, by file. */
const FILES = {
  brush: "web/draw/brush.ts",
  soFar: "web/draw/so-far.ts",
  strokes: "web/draw/strokes.ts",
  picture: "web/map/picture.ts",
  history: "web/proposals/history.ts",
  proposal: "web/proposals/proposal.ts",
  caseView: "web/worker/case-view.ts",
  effects: "web/worker/effects.ts",
} as const;

interface PageCode {
  readonly brush: typeof brush;
  readonly soFar: typeof soFar;
  readonly strokes: typeof strokes;
  readonly picture: typeof picture;
  readonly history: typeof history;
  readonly proposal: typeof proposal;
  readonly caseView: typeof caseView;
  readonly effects: typeof effects;
}

/** The page's own code as vite makes it, beside this program so that it finds the same packages. */
export async function pageCode(): Promise<PageCode> {
  const { build } = await import("vite");
  const outDir = fileURLToPath(new URL("page-code-built", import.meta.url));
  rmSync(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: "error",
    build: { ssr: true, outDir, rollupOptions: { input: { ...FILES }, output: { entryFileNames: "[name].mjs" } } },
  });
  const at = (name: keyof typeof FILES) => import(pathToFileURL(`${outDir}/${name}.mjs`).href);
  return {
    brush: await at("brush"),
    soFar: await at("soFar"),
    strokes: await at("strokes"),
    picture: await at("picture"),
    history: await at("history"),
    proposal: await at("proposal"),
    caseView: await at("caseView"),
    effects: await at("effects"),
  };
}
