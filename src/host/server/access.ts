import type { FastifyInstance, FastifyRequest } from "fastify";

import type { ClearanceArea, ClearanceLevel, User } from "../../api/index.js";
import { ClearanceMissingError, CsrfProofMissingError, NotSignedInError, isCsrfProof } from "../security/index.js";
import type { ServerServices } from "./server-services.js";

/** Who may use a route. */
export type Access =
  "anybody" | "signed-in" | { readonly area: ClearanceArea; readonly level: Exclude<ClearanceLevel, "none"> };

/** The name of the cookie that carries the session token. */
export const sessionCookie = "spectra_session";
/** The header that carries the proof that a page of ours asks (X2). */
const csrfHeader = "x-spectra-csrf";

interface Session {
  readonly user: User;
  readonly token: string;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Every route names it; a route that does not is open to nobody. */
    access?: Access;
  }
  interface FastifyRequest {
    session: Session | undefined;
  }
}

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Checks, before any route runs, who asks, with what proof, and whether they may (X2). */
export function guardRoutes(server: FastifyInstance, { signIn, clearances }: ServerServices): void {
  server.decorateRequest("session", undefined);
  server.addHook("onRequest", async (request) => {
    const { access } = request.routeOptions.config;
    const token = request.cookies[sessionCookie];
    if (access === "anybody") {
      request.session = await sessionOrNone(token, signIn);
      return;
    }
    const user = await signIn.userOf(token);
    request.session = { user, token: token ?? "" };
    if (!readingMethods.has(request.method)) requireCsrfProof(request, request.session.token);
    if (access === "signed-in") return;
    // A route without an access is a mistake; nobody is let in by it.
    const { area, level } = access ?? { area: "Plugin Manager", level: "delete" };
    if (!(await clearances.allows(user.id, area, level))) throw new ClearanceMissingError(area, level);
  });
}

/** The user a guarded route is asked by. @throws NotSignedInError */
export function viewerOf(request: FastifyRequest): User {
  if (request.session === undefined) throw new NotSignedInError();
  return request.session.user;
}

function requireCsrfProof(request: FastifyRequest, token: string): void {
  const proof = request.headers[csrfHeader];
  if (typeof proof !== "string" || !isCsrfProof(proof, token)) throw new CsrfProofMissingError();
}

/** Whether who asked is signed in still: what stays open outlives a request. */
export async function isStillSignedIn({ session }: FastifyRequest, { signIn }: ServerServices): Promise<boolean> {
  return (await sessionOrNone(session?.token, signIn)) !== undefined;
}

async function sessionOrNone(
  token: string | undefined,
  signIn: ServerServices["signIn"],
): Promise<Session | undefined> {
  try {
    return token === undefined ? undefined : { user: await signIn.userOf(token), token };
  } catch (failure) {
    if (failure instanceof NotSignedInError) return undefined;
    throw failure;
  }
}
