import { ADDRESSES_FILE } from "../../src/index.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { NotFetched } from "./fault.ts";

/** Files of the case that lies beside the page, at `case/`, as its list names them; its addresses, which are many, come when they are asked for. */
export async function fetchCase(base: string): Promise<readonly CaseFileBytes[]> {
  const paths = await listedPaths(base);
  return Promise.all(paths.filter((path) => path !== ADDRESSES_FILE).map((path) => fetchFile(base, path)));
}

/** What was left out of that case: its addresses, whole, so that nobody hears which one is searched for. */
export async function fetchAddresses(base: string): Promise<readonly CaseFileBytes[]> {
  const paths = await listedPaths(base);
  return Promise.all(paths.filter((path) => path === ADDRESSES_FILE).map((path) => fetchFile(base, path)));
}

async function listedPaths(base: string): Promise<readonly string[]> {
  const list = new URL("case/index.json", base);
  const listed: unknown = await (await get(list)).json().catch((error: unknown) => {
    throw new NotFetched("answered", `${list.pathname}: ${String(error)}`);
  });
  return pathsIn(listed);
}

async function fetchFile(base: string, path: string): Promise<CaseFileBytes> {
  const response = await get(new URL(`case/${path}`, base));
  return { path, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function get(address: URL): Promise<Response> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new NotFetched("unreachable", `${address.pathname}: ${String(error)}`);
  });
  const { ok, status } = response;
  if (!ok) throw new NotFetched(status === 404 ? "missing" : "answered", `${address.pathname}: ${status}`);
  return response;
}

function pathsIn(listed: unknown): readonly string[] {
  if (typeof listed !== "object" || listed === null || !("files" in listed) || !Array.isArray(listed.files)) return [];
  return listed.files.filter((path): path is string => typeof path === "string");
}
