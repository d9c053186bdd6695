import type { Clock } from "./clock.js";
import type { RateLimits } from "./http/rate-limits.js";
import type { OAuthClient } from "./oauth/clients.js";
import type { LocalGoogleSeed } from "./seed/seed.js";

export interface LocalGoogleOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default: the system's. Everything but `latencyMs` and slow faults goes by it. */
  readonly clock?: Clock;
  /** Accounts and calendars to start with; not used when `stateFile` has content already. */
  readonly seed?: LocalGoogleSeed;
  /** What paths of `.ics` and `.vcf` files in the seed are relative to. Default: the working directory. */
  readonly seedFolder?: string;
  /** A file that keeps everything over restarts; written soon after each change and at the end. */
  readonly stateFile?: string;
  /** Default: off. */
  readonly rateLimits?: "off" | RateLimits;
  /** Milliseconds every answer waits, in real time. */
  readonly latencyMs?: number;
  /** Default: those of the seed, or one desktop client `local-desktop-client` with the secret `local-desktop-secret`. */
  readonly clients?: readonly OAuthClient[];
  /** Default 3599, as Google says it. */
  readonly tokenLifetimeSeconds?: number;
  /** Every refresh gives a new refresh token and ends the old one. Default: false. */
  readonly rotateRefreshTokens?: boolean;
  /** `testing`: refresh tokens die after 7 days. Default: `production`. */
  readonly publishingStatus?: "production" | "testing";
  /** No page holds more items, whatever is asked for. */
  readonly pageSizeCap?: number;
  /** Pages are shorter than asked for, some empty. */
  readonly shortPages?: boolean;
  /** Seed of page lengths, answer orders, made-up ids and probable faults. Default 1. */
  readonly randomSeed?: number;
  /** What a change of a deleted event does; reports about Google differ. Default: `forbidden`. */
  readonly deletedEventUpdates?: "forbidden" | "revive";
  /** How long lists and syncs of contacts lag behind, on the clock; reading one contact never does. Default 10. */
  readonly contactDelaySeconds?: number;
  /** `refused`: a change of contacts while another of the same person is not answered fails. Default: `allowed`. */
  readonly overlappingMutations?: "allowed" | "refused";
  /** Entries the request log keeps; older ones go. Default 100 000. */
  readonly logCapacity?: number;
}
