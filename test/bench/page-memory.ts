import type { CDPSession, Page } from "playwright-core";

/** What a heap holds, as the browser's own tools tell it, bytes. */
interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Memory that a page and its workers hold once what nobody needs is gone, values and buffers, in words. */
export async function memoryOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const heaps = [await ownHeap(session), ...(await workerHeaps(session))];
  const bytes = heaps.reduce((sum, { usedSize, backingStorageSize = 0 }) => sum + usedSize + backingStorageSize, 0);
  await session.detach();
  return `${Math.round(bytes / 1e6)} MB in ${heaps.length} threads`;
}

async function ownHeap(session: CDPSession): Promise<HeapUsage> {
  await session.send("HeapProfiler.collectGarbage");
  return session.send("Runtime.getHeapUsage");
}

/** The browser speaks of a worker through the page that started it, letters within letters. */
async function workerHeaps(session: CDPSession): Promise<readonly HeapUsage[]> {
  const found: string[] = [];
  const answers = new Map<number, (result: unknown) => void>();
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") found.push(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result }: { readonly id?: number; readonly result?: unknown } = JSON.parse(message);
    if (id !== undefined) answers.get(id)?.(result);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let asked = 0;
  const ask = (sessionId: string, method: string): Promise<unknown> =>
    new Promise((done, failed) => {
      const id = ++asked;
      answers.set(id, done);
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(failed);
    });
  const heaps: HeapUsage[] = [];
  for (const worker of found) {
    await ask(worker, "HeapProfiler.collectGarbage");
    heaps.push((await ask(worker, "Runtime.getHeapUsage")) as HeapUsage);
  }
  return heaps;
}
