import type { Report } from "../report.ts";
import { readTextSource, type Source } from "./source.ts";

/** Reads a file of any format that is known here. */
export const readSource = async (file: string, bytes: Uint8Array, report: Report): Promise<Source> =>
  readTextSource(file, bytes, report);
