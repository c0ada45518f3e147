import type { Report } from "../report.ts";
import { readTextSource, type GivenFile } from "./source.ts";

/** Reads a file of any format that is known here. */
export const readSource = async (file: string, bytes: Uint8Array, report: Report): Promise<GivenFile> =>
  readTextSource(file, bytes, report);
