import { readdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import staticFiles from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";

export interface ServeOptions {
  /** The case that the page opens. */
  readonly caseFolder: string;
  /** The built page. */
  readonly webFolder: string;
  readonly schemaFolder: string;
  /** The generated reference, where it is built. */
  readonly referenceFolder?: string;
}

/** A server for the page, the files of one case and the schemas. The page computes by itself; nothing is sent back. */
export async function buildServer({
  caseFolder,
  webFolder,
  schemaFolder,
  referenceFolder = "",
}: ServeOptions): Promise<FastifyInstance> {
  const server = fastify();
  const folder = resolve(caseFolder);
  server.get("/case/index.json", async () => ({ files: await listCaseFiles(folder) }));
  server.get<{ Params: { "*": string } }>("/case/*", async (request, reply) => {
    const path = request.params["*"];
    if (!(await listCaseFiles(folder)).includes(path)) return reply.callNotFound();
    return reply.sendFile(path, folder);
  });
  await server.register(staticFiles, { root: resolve(webFolder), wildcard: true });
  if (existsSync(schemaFolder))
    await server.register(staticFiles, { root: resolve(schemaFolder), prefix: "/schema/", decorateReply: false });
  if (existsSync(referenceFolder))
    await server.register(staticFiles, { root: resolve(referenceFolder), prefix: "/reference/", decorateReply: false });
  return server;
}

const CASE_FILE = /^[^/]+\.(json|csv|geojson)$/;

async function listCaseFiles(folder: string): Promise<string[]> {
  const top = (await readdir(folder)).filter((name) => CASE_FILE.test(name));
  const plans = (await readdir(`${folder}/plans`).catch(() => [])).filter((name) => name.endsWith(".json"));
  return [...top, ...plans.map((name) => `plans/${name}`)].toSorted();
}

/** Listens on the port asked for or the next free one; returns the port taken and those that were busy. */
export async function listen(
  server: FastifyInstance,
  port: number,
): Promise<{ readonly port: number; readonly busy: readonly number[] }> {
  const busy: number[] = [];
  for (let attempt = port; attempt < port + 100; attempt++) {
    try {
      await server.listen({ port: attempt, host: "127.0.0.1" });
      const [address] = server.addresses();
      return { port: typeof address === "object" ? address.port : attempt, busy };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
      busy.push(attempt);
    }
  }
  throw new Error(`Ports ${port} to ${port + 99} are all busy`);
}
