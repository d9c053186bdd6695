/** A person's permission, as OAuth issues it. Never logged, never in a message (A6). */
export interface GoogleTokens {
  readonly refreshToken: string;
  /** Undefined until one was issued or when it was refused. */
  readonly accessToken: string | undefined;
  readonly accessTokenExpiresAt: Date | undefined;
}

/** How Google's access tokens, refresh tokens and client secrets begin. */
const googleSecrets = /(?:ya29\.|1\/\/|GOCSPX-)[\w.~/+-]+/g;

/** Takes secrets out of a text that came from somewhere else: those given, and whatever looks like one (A6). */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let safe = text;
  for (const secret of secrets) if (secret !== undefined && secret !== "") safe = safe.replaceAll(secret, "[secret]");
  return safe.replaceAll(googleSecrets, "[secret]");
}
