/** The embedded database's thread, which ends, or finds no space to write, for as long as a file beside its folder says so. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const isSaid = (what) => fs.existsSync(`${workerData}-${what}`);
const mayEnd = () => {
  if (isSaid("ends")) process.exit(1);
};
mayEnd();
parentPort?.on("message", mayEnd);
const write = fs.writeSync;
/** As on a full disk: what has its place is written over, and no file grows. */
fs.writeSync = (fd, bytes, offset, length, at) => {
  if (isSaid("full") && at + length > fs.fstatSync(fd).size)
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", errno: -28 });
  return write(fd, bytes, offset, length, at);
};
syncBuiltinESMExports();
await import("../../dist/src/server/storage/pglite-worker.js");
