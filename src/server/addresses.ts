import type { IncomingHttpHeaders } from "node:http";
import { networkInterfaces } from "node:os";

/** Names of this machine as its own user reaches it. */
const OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** The machine's addresses in its local networks, those that phones beside it reach. */
export const localAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address),
  );

/**
 * Whether a request's host, with or without a port, is this machine: by its own names, or by one that it is opened to. A strange name that
 * leads here was made to lead here, to read what is served.
 */
export function hostCheck(opened: readonly string[]): (host: string | undefined) => boolean {
  const names = new Set([...OWN_NAMES, ...opened]);
  return (host) => host !== undefined && names.has(host.toLowerCase().replace(/:\d{1,5}$/, ""));
}

/** What programs that pass requests on for others say of it: proxies, tunnels and content networks. */
const PASSED_ON =
  /^(forwarded|via|x-forwarded(-.*)?|x-original-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cdn-loop|cf-.*|tailscale-.*)$/;

/** Whether whoever asks sits at this machine: by its own address and name, and not by way of a program here that asks for others. */
export const isFromHere = ({ ip, headers }: { readonly ip: string; readonly headers: IncomingHttpHeaders }): boolean =>
  ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(ip) &&
  isOwnName(headers.host) &&
  !Object.keys(headers).some((name) => PASSED_ON.test(name));

const isOwnName = hostCheck([]);
