#!/usr/bin/env node
import { EXIT } from "./exit.ts";
import { runCommand } from "./run.ts";
import { systemErrorText } from "./system-errors.ts";
import { languageOf } from "./arguments.ts";

const words = process.argv.slice(2);

/** Somebody who has read enough (`| head`) is no error, and files are still to be written; a full disk is. */
let unwritten: NodeJS.ErrnoException | undefined;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") unwritten = error;
});

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
};

const code = await runCommand(words, streams).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
});
if (unwritten) streams.err(`${systemErrorText(unwritten)?.[languageOf(words)] ?? unwritten.message}\n`);
process.exitCode = unwritten && code === EXIT.ok ? EXIT.input : code;
