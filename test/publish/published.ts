import { openCase } from "../../src/open-case.ts";
import { type PublishedCase, publishCase } from "../../src/publish/publish.ts";
import { caseFolder } from "../data/case-folder.ts";

const known = new Map<string, Promise<PublishedCase>>();

/** A case of data/ as if its pupils were real, with what may be taken for real files beside it. */
export function realCase(name: "holbaek" | "lattice" | "tarnsey"): Map<string, Uint8Array> {
  const files = new Map(caseFolder(name));
  files.set(
    "case.json",
    changedJson(files, "case.json", (own) =>
      Object.fromEntries(Object.entries(own).filter(([key]) => key !== "synthetic")),
    ),
  );
  return files;
}

export const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files.get(path));

export function changedJson(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  change: (value: Record<string, unknown>) => Record<string, unknown>,
): Uint8Array {
  const value = JSON.parse(textOf(files, path)) as Record<string, unknown>;
  return new TextEncoder().encode(JSON.stringify(change(value)));
}

/** Published once a worker for all the tests in it. */
export function publishedCase(name: "holbaek" | "lattice" | "tarnsey", seed = 1): Promise<PublishedCase> {
  const key = `${name} ${seed}`;
  const found = known.get(key) ?? publish(realCase(name), seed);
  known.set(key, found);
  return found;
}

export async function publish(files: ReadonlyMap<string, Uint8Array>, seed = 1): Promise<PublishedCase> {
  const { value, issues } = await publishCase(files, { seed });
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

export function opened(files: ReadonlyMap<string, Uint8Array>) {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  return { ...value, issues };
}
