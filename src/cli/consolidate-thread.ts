import { parentPort, workerData } from "node:worker_threads";
import type { Group } from "../solve/grouping/groups.ts";
import { type ColumnGround, ColumnMaker } from "../solve/consolidate/columns.ts";
import { nodeSolver } from "./solver.ts";

/** Makes the merged districts that it is asked for, one after the other; answers each with the district, or with nothing. */
const port = parentPort;
if (port) {
  // The program itself starts the thread, with such data.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const maker = new ColumnMaker(workerData as ColumnGround, nodeSolver());
  port.on("message", (group: Group) => {
    void maker.make(group).then((made) =>
      // A thread of this program's, not a window of another's.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      port.postMessage(made.status === "solved" ? made.column : undefined),
    );
  });
}
