/** A person's permission, as OAuth issues it. Never logged, never in a message (A6). */
export interface GoogleTokens {
  readonly refreshToken: string;
  /** Undefined until one was issued or when it was refused. */
  readonly accessToken: string | undefined;
  readonly accessTokenExpiresAt: Date | undefined;
}

/** Takes every known secret out of a text that came from somewhere else. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let safe = text;
  for (const secret of secrets) if (secret !== undefined && secret !== "") safe = safe.replaceAll(secret, "[secret]");
  return safe;
}
