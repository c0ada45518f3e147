import { Pool, type PoolConfig } from "pg";

/** Connections to PostgreSQL of which one that the server ends by itself is made anew by the next question; as an event nobody hears it would end the program. */
export function steadyPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
