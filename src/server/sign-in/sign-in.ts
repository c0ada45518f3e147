import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as client from "openid-client";
import { z } from "zod";
import { Signed } from "./signed.ts";

/** The service that planners sign in by, as OpenID Connect describes it. */
export interface SignInSetting {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** What cookies are signed with: the same for all programs that serve the same rooms. */
  readonly key: string;
}

const HOUR = 3_600_000;
/** So long whoever has signed in is known, and so long they may take over it, milliseconds. */
const KNOWN = 12 * HOUR;
const ON_THE_WAY = HOUR / 6;

const SESSION = "skoledistrikt-signed-in";
const FLOW = "skoledistrikt-sign-in";

/** What must come back as it was sent. */
const flowSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });

/**
 * Signing in by the authorization code flow with PKCE, state and nonce. Of who it was nothing is kept, and no token: a cookie says that
 * somebody did, and until when. `address`: where the page is reached. Returns who is signed in.
 */
export function signInRoutes(
  server: FastifyInstance,
  setting: SignInSetting,
  address: () => string,
): (request: FastifyRequest) => boolean {
  const flows = new Signed(setting.key, "flow", flowSchema);
  const sessions = new Signed(setting.key, "session", z.literal("signed in"));
  const service = discovered(setting);
  const back = (): string => `${address()}/sign-in/back`;
  const put = (reply: FastifyReply, name: string, value: string, ms: number): FastifyReply =>
    reply.header("set-cookie", cookie(name, value, ms, address().startsWith("https:") ? "; Secure" : ""));

  server.get("/sign-in", async (_, reply) => {
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const asked = client.buildAuthorizationUrl(await service(), {
      redirect_uri: back(),
      scope: "openid",
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    put(reply, FLOW, flows.write({ state, nonce, verifier }, Date.now() + ON_THE_WAY), ON_THE_WAY);
    return reply.header("cache-control", "no-store").redirect(asked.href);
  });

  server.get("/sign-in/back", async (request, reply) => {
    const flow = flows.read(cookieOf(request, FLOW), Date.now());
    put(reply.header("cache-control", "no-store"), FLOW, "", 0);
    if (!flow) return refused(reply);
    try {
      await client.authorizationCodeGrant(await service(), new URL(request.raw.url ?? "", back()), {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
    } catch (error) {
      server.log.warn({ event: "sign-in refused", err: error }, "refused");
      return refused(reply);
    }
    put(reply, SESSION, sessions.write("signed in", Date.now() + KNOWN), KNOWN);
    return reply.redirect("/");
  });

  server.post("/sign-in/out", async (_, reply) => put(reply, SESSION, "", 0).code(204).send());

  return (request) => sessions.read(cookieOf(request, SESSION), Date.now()) !== undefined;
}

/** Asked for once; where it does not answer, again by the next who signs in. */
function discovered({ issuer, clientId, clientSecret }: SignInSetting): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | undefined;
  // Without TLS only a service on this machine is asked, such as one that is tried out.
  const isOwn = issuer.protocol === "http:" && issuer.hostname === "localhost";
  const options = isOwn ? { execute: [client.allowInsecureRequests] } : {};
  return () => {
    known ??= client.discovery(issuer, clientId, clientSecret, undefined, options);
    known.catch(() => (known = undefined));
    return known;
  };
}

const cookie = (name: string, value: string, ms: number, secure: string): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.round(ms / 1000)}${secure}`;

const cookieOf = ({ headers }: FastifyRequest, name: string): string | undefined =>
  (headers.cookie ?? "")
    .split(";")
    .map((each) => each.trim().split("="))
    .find(([found]) => found === name)?.[1];

const refused = (reply: FastifyReply): FastifyReply => reply.code(403).type("text/plain; charset=utf-8").send(REFUSED);

const REFUSED =
  "Du blev ikke logget ind. Gå tilbage til siden, og prøv igen. You were not signed in. Go back to the page, and try again.\n";
