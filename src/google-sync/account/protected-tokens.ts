import { UnreadableSecretError } from "../../api/index.js";
import type { Secrets, UserId } from "../../api/index.js";
import type { GoogleTokens } from "../google/index.js";

/** Whose secret it is: a token copied to another user's row cannot be read there (A6). */
export function secretOwner(userId: UserId): string {
  return `google-sync/user/${userId}`;
}

/** Tokens as the database keeps them. */
export function protectTokens(secrets: Secrets, userId: UserId, tokens: GoogleTokens): string {
  const { refreshToken, accessToken, accessTokenExpiresAt } = tokens;
  const text = JSON.stringify({ refreshToken, accessToken, expiresAt: accessTokenExpiresAt?.toISOString() });
  return secrets.protect(text, secretOwner(userId));
}

/** @throws StudioKeyMissingError, UnreadableSecretError */
export function revealTokens(secrets: Secrets, userId: UserId, protectedText: string): GoogleTokens {
  const owner = secretOwner(userId);
  const stored: unknown = JSON.parse(secrets.reveal(protectedText, owner));
  const fields: Readonly<Record<string, unknown>> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const { refreshToken, accessToken, expiresAt } = fields;
  if (typeof refreshToken !== "string") throw new UnreadableSecretError(owner);
  return {
    refreshToken,
    accessToken: typeof accessToken === "string" ? accessToken : undefined,
    accessTokenExpiresAt: typeof expiresAt === "string" ? new Date(expiresAt) : undefined,
  };
}
