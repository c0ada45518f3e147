import { Worker } from "node:worker_threads";
import type { MergedDistrict } from "../compare/groupings.ts";
import type { Group } from "../solve/grouping/groups.ts";
import type { OtherCores } from "../solve/consolidate/other-cores.ts";

/** Shorter lists are done before a thread has read its code. */
const FIRST_MS = 1000;

/** How often a time limit is looked at, ms. */
const LOOK_MS = 50;

/** The compiled file of a computing thread. */
const THREAD = new URL("consolidate-thread.js", import.meta.url);

/**
 * Merged districts on so many cores, once a list has taken `afterMs` on one. Which thread makes which hangs on how fast they are; the
 * districts do not, and come in the order that they are asked for.
 */
export function coresOf(cores: number, thread = THREAD, afterMs = FIRST_MS): OtherCores {
  const began = performance.now();
  return {
    isDue: () => cores > 1 && performance.now() - began >= afterMs,
    make: async (ground, groups, done, shouldStop) => {
      const made = groups.map((): MergedDistrict | undefined => undefined);
      const left = { groups: groups.entries(), done: 0 };
      const keep = (number: number, column: MergedDistrict | undefined): void => {
        made[number] = column;
        left.done++;
        done(left.done);
      };
      const threads = Array.from(
        { length: Math.min(cores, groups.length) },
        () => new Worker(thread, { workerData: ground }),
      );
      const ended = Promise.all(threads.map((each) => workedOff(each, left.groups, keep)));
      const stopping = setInterval(() => {
        if (shouldStop()) void stop(threads);
      }, LOOK_MS);
      await ended;
      clearInterval(stopping);
      await stop(threads);
      return made;
    },
  };
}

const stop = (threads: readonly Worker[]): Promise<unknown> => Promise.all(threads.map((thread) => thread.terminate()));

/** Asks a thread for one group after the other until none is left, or the thread ends: for want of memory, or as time is up. */
function workedOff(
  thread: Worker,
  groups: Iterator<[number, Group]>,
  keep: (number: number, column: MergedDistrict | undefined) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const ask = (): void => {
      const next = groups.next();
      if (next.done) {
        resolve();
        return;
      }
      asked = next.value[0];
      // A thread of this program's, not a window of another's.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      thread.postMessage(next.value[1]);
    };
    thread.on("message", (column: MergedDistrict | undefined) => {
      if (asked !== undefined) keep(asked, column);
      ask();
    });
    // What it had in hand is made where the list is put together.
    thread.on("error", () => resolve());
    thread.on("exit", () => resolve());
    ask();
  });
}
