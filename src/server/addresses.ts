import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

/** Names of this machine as its own user reaches it. */
const OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a server that listens there answers this machine alone. */
export const isOwnAddress = (host: string): boolean => OWN_NAMES.includes(asInAddresses(host));

/** A name or an IP address as it stands in the address of a page: one with colons in brackets, so that its port can be told from it. */
export const asInAddresses = (name: string): string => (isIPv6(name) ? `[${name}]` : name).toLowerCase();

/**
 * The machine's addresses in its local networks, those that phones beside it reach. Those that are good on one cable alone (fe80::) are no part
 * of them: no browser opens them.
 */
export const localAddresses = (families: readonly ("IPv4" | "IPv6")[] = ["IPv4"]): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? [])
      .filter(({ family, internal, address }) => families.includes(family) && !internal && !/^fe80:/i.test(address))
      .map(({ address }) => address),
  );

/**
 * Whether a request's host, with or without a port, is this machine: by its own names, or by one that it is opened to. A strange name that
 * leads here was made to lead here, to read what is served.
 */
export function hostCheck(opened: readonly string[]): (host: string | undefined) => boolean {
  const names = new Set([...OWN_NAMES, ...opened.map(asInAddresses)]);
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
