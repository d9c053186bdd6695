import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret for a browser's cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a session token: enough to know it again, not enough to use it. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(`session:${token}`).digest("base64url");
}

/**
 * The proof a page of ours sends along with every change (X2). Another site's page can make
 * the browser send the cookie, but cannot read this.
 */
export function csrfProofOf(token: string): string {
  return createHash("sha256").update(`csrf:${token}`).digest("base64url");
}

export function isCsrfProof(proof: string, token: string): boolean {
  const given = Buffer.from(proof);
  const expected = Buffer.from(csrfProofOf(token));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
