import { serviceToken } from "../../base/service-token.js";

/** Exclusive work on something, across all processes and computers, for as long as it is renewed. */
export interface Claim {
  /** Aborted as soon as the claim may have been lost; work under it must stop. */
  readonly signal: AbortSignal;
  /** Gives the claim back; only its owner can. Safe to call twice. */
  release(): Promise<void>;
}

/** A claim somebody else holds. */
export interface ClaimHeld {
  /** Computer and purpose of the holder, for a message. */
  readonly heldBy: string;
  readonly until: Date;
}

/**
 * Claims with a ticket and a lease, decided by the database's clock (G6). A process that
 * died or slept past its lease loses the claim; the claim's signal tells it.
 */
export interface Claims {
  /** @param subject what is claimed, such as `user/17`; the plugin's name is added */
  claim(subject: string, purpose: string): Promise<{ readonly claim: Claim } | { readonly held: ClaimHeld }>;
}
export const Claims = serviceToken<Claims>("claims");
