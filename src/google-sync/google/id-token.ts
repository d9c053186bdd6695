import { MalformedAnswerError } from "./errors.js";

/** Who signed in, from the id_token of a token answer. */
export interface GoogleIdentity {
  /** Identifies the Google account for ever, also when its address changes. */
  readonly sub: string;
  readonly email: string;
}

const issuers: readonly unknown[] = ["https://accounts.google.com", "accounts.google.com"];

/**
 * Reads the claims of an id_token that came straight from the token endpoint. Its signature
 * needs no check there (OpenID Connect Core 3.1.3.7); issuer, audience and expiry do.
 * @throws MalformedAnswerError when it is not an id_token for this client
 */
export function readIdToken(idToken: string, clientId: string, now: Date): GoogleIdentity {
  const claims = claimsOf(idToken);
  if (!issuers.includes(claims["iss"])) throw new MalformedAnswerError("the id_token is not Google's");
  if (claims["aud"] !== clientId) throw new MalformedAnswerError("the id_token was made for another app");
  const expires = claims["exp"];
  if (typeof expires !== "number" || expires * 1000 <= now.getTime()) {
    throw new MalformedAnswerError("the id_token has expired");
  }
  const { sub, email } = claims;
  if (typeof sub !== "string" || sub === "") throw new MalformedAnswerError("the id_token names no account");
  if (typeof email !== "string" || email === "") throw new MalformedAnswerError("the id_token names no email address");
  return { sub, email };
}

function claimsOf(idToken: string): Readonly<Record<string, unknown>> {
  const [, payload] = idToken.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload ?? "", "base64url").toString("utf8"));
    if (typeof claims === "object" && claims !== null) return { ...claims };
  } catch {
    // Said below; the parser's message would quote the token.
  }
  throw new MalformedAnswerError("the id_token is not one");
}
