import { openCase, type OpenedFiles } from "../../src/open-case.ts";
import { caseFolder } from "../data/case-folder.ts";

const known = new Map<string, OpenedFiles>();

/** A case of data/, opened once a worker for all the tests in it that only read it: Holbæk takes a second or more. */
export function openedCase(name: "holbaek" | "lattice" | "tarnsey"): OpenedFiles {
  const found = known.get(name);
  if (found) return found;
  const { value, issues } = openCase(caseFolder(name));
  if (!value) throw new Error(JSON.stringify(issues));
  known.set(name, value);
  return value;
}
