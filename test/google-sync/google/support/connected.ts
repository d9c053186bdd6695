import type { LogFields, Logger } from "../../../../src/api/services/logger.js";
import {
  createGoogleConnection,
  createPacer,
  createRetryBudget,
  unlimitedPace,
} from "../../../../src/google-sync/google/index.js";
import type {
  GoogleConnection,
  GoogleConnectionOptions,
  GoogleTokens,
} from "../../../../src/google-sync/google/index.js";
import { startScriptedGoogle } from "./scripted-google.js";
import type { ScriptedAnswer, ScriptedGoogle, SeenRequest } from "./scripted-google.js";
import { VirtualClock } from "./virtual-clock.js";

/** Texts that must appear nowhere. */
export const secrets = {
  accessToken: "ya29.access-secret",
  newAccessToken: "ya29.second-access-secret",
  refreshToken: "1//refresh-secret",
  newRefreshToken: "1//rotated-refresh-secret",
  clientSecret: "GOCSPX-client-secret",
} as const;

export const clientId = "studio-client-id";
export const account = "sub-of-anna";

/** A connection to a scripted server, with everything it logs and keeps. */
export interface Connected {
  readonly google: ScriptedGoogle;
  readonly connection: GoogleConnection;
  readonly clock: VirtualClock;
  readonly log: readonly string[];
  readonly kept: readonly GoogleTokens[];
}

export async function connect(
  script: (request: SeenRequest, index: number) => ScriptedAnswer,
  options: Partial<GoogleConnectionOptions> = {},
): Promise<Connected> {
  const google = await startScriptedGoogle(script);
  const clock = new VirtualClock("2026-03-02T09:00:00Z");
  const log: string[] = [];
  const kept: GoogleTokens[] = [];
  const connection = createGoogleConnection({
    rootUrl: google.url,
    clientId,
    clientSecret: secrets.clientSecret,
    account,
    tokens: {
      refreshToken: secrets.refreshToken,
      accessToken: secrets.accessToken,
      accessTokenExpiresAt: new Date("2026-03-02T10:00:00Z"),
    },
    onTokens: (tokens) => {
      kept.push(tokens);
      return Promise.resolve();
    },
    clock,
    logger: recordingLogger(log),
    pacer: createPacer(clock, unlimitedPace),
    budget: createRetryBudget(),
    signal: new AbortController().signal,
    random: () => 0.5,
    ...options,
  });
  return { google, connection, clock, log, kept };
}

export function recordingLogger(log: string[]): Logger {
  const record = (message: string, fields: LogFields = {}): void => {
    log.push(`${message} ${JSON.stringify(fields)}`);
  };
  return { debug: record, info: record, warn: record, error: record };
}

/** An id_token as Google's token endpoint sends it; nobody checks its signature there. */
export function idToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part({
    iss: "https://accounts.google.com",
    aud: clientId,
    exp: Date.parse("2026-03-02T11:00:00Z") / 1000,
    sub: account,
    email: "anna@example.test",
    ...claims,
  })}.signature`;
}

/** Everything of an asynchronous listing, in one list. */
export async function all<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of listing) items.push(item);
  return items;
}
