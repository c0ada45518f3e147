/** A forked worker that is asked one thing at a time. One that takes too long or ends is lost, and the next thing is asked of another. */
import { type ChildProcess, fork, type ForkOptions, type Serializable } from "node:child_process";

/** What a worker may say that it is busy with, in case it never replies. */
export interface About {
  readonly about: string;
}

export type Answer<Reply> =
  | { readonly kind: "replied"; readonly reply: Reply }
  | ({ readonly kind: "too slow" } & About)
  | { readonly kind: "ended"; readonly code: number | null };

export interface Forked<Order, Reply> {
  /** At most `longest` milliseconds; one question at a time. */
  readonly ask: (order: Order, longest: number) => Promise<Answer<Reply>>;
  readonly stop: () => void;
}

export function forked<Order extends Serializable, Reply extends object>(
  file: string,
  options: ForkOptions = {},
): Forked<Order, Reply> {
  let child: ChildProcess | undefined;
  const stop = (): void => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  // Also where the program ends by an error.
  process.once("exit", stop);
  const ask = (order: Order, longest: number): Promise<Answer<Reply>> =>
    new Promise((resolve) => {
      const asked = child?.connected ? child : fork(file, options);
      child = asked;
      let about = "";
      const end = (answer: Answer<Reply>): void => {
        clearTimeout(timer);
        asked.removeAllListeners();
        if (answer.kind !== "replied") stop();
        resolve(answer);
      };
      const timer = setTimeout(() => end({ kind: "too slow", about }), longest);
      asked.on("message", (message: Reply | About) => {
        if ("about" in message) ({ about } = message);
        else end({ kind: "replied", reply: message });
      });
      asked.once("exit", (code) => end({ kind: "ended", code }));
      asked.send(order);
    });
  return { ask, stop };
}
