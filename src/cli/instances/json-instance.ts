import type { z } from "zod";
import { type JsonText, readJson } from "../../import/json-text.ts";

/** A JSON instance as its schema has it, with a way to say on which line something stands. */
export interface JsonInstance<Value> {
  readonly value: Value;
  /** An error about the value at a path, with its line and column. */
  readonly wrong: (path: readonly (string | number)[], what: string) => Error;
}

/** Reads a JSON instance; throws with line and column where it is not JSON or does not fit. */
export function readJsonInstance<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): JsonInstance<z.output<Schema>> {
  let broken = "not JSON";
  const json = readJson("", text, (_, { line, column }) => {
    broken = `line ${line}, column ${column}: not JSON`;
  });
  if (!json) throw new Error(broken);
  const read = schema.safeParse(json.value);
  if (read.success) return { value: read.data, wrong: (path, what) => misfit(json, path, what) };
  const [{ path, message }] = read.error.issues;
  throw misfit(
    json,
    path.map((step) => (typeof step === "symbol" ? String(step) : step)),
    message,
  );
}

function misfit(json: JsonText, path: readonly (string | number)[], what: string): Error {
  const { line, column } = json.at(path);
  return new Error(`line ${line}, column ${column}, ${path.join(".") || "file"}: ${what}`);
}
