#!/usr/bin/env node
import { languageOf } from "./arguments.ts";
import { EXIT } from "./exit.ts";
import { runCommand } from "./run.ts";
import { systemErrorText } from "./system-errors.ts";

const words = process.argv.slice(2);

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
};

/** Somebody who has read enough (`| head`) is no error, and files are still to be written; a full disk is, whenever it comes. */
let isCut = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE" || isCut) return;
  isCut = true;
  streams.err(`${systemErrorText(error)?.[languageOf(words) ?? "da"] ?? error.message}\n`);
  process.exitCode = EXIT.input;
});
/** Nobody is left to be told. */
process.stderr.on("error", () => undefined);

const code = await runCommand(words, streams).catch((error: unknown) => {
  streams.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
});
if (!isCut) process.exitCode = code;
