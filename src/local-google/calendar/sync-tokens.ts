import { createHmac, timingSafeEqual } from "node:crypto";

import { isObject } from "../json.js";

/** What a sync token remembers; a client sees only opaque text. */
export interface SyncPoint {
  /** The calendar's id, or `list` for the calendar list, `connections` and `contactGroups` for contacts. */
  readonly of: string;
  readonly sub: string;
  /** The number of the newest change the client knows. */
  readonly change: number;
  /** The parameters that must be the same in every request of the chain. */
  readonly parameters: string;
  readonly generation: number;
  /** When the full sync was that began the chain, in milliseconds since 1970; only where tokens expire by it. */
  readonly fullSyncAt?: number;
}

const signatureLength = 8;

/** Writes and reads sync tokens. A token another server or hand made is not read. */
export class SyncTokens {
  constructor(readonly secret: string) {}

  issue(point: SyncPoint): string {
    const content = Buffer.from(JSON.stringify(point));
    return Buffer.concat([this.#sign(content), content]).toString("base64");
  }

  read(token: string): SyncPoint | undefined {
    const bytes = Buffer.from(token, "base64");
    if (bytes.length <= signatureLength || bytes.toString("base64") !== token) return undefined;
    const content = bytes.subarray(signatureLength);
    if (!timingSafeEqual(bytes.subarray(0, signatureLength), this.#sign(content))) return undefined;
    const point: unknown = JSON.parse(content.toString());
    // What we signed has the shape we gave it.
    return isObject(point) ? (point as unknown as SyncPoint) : undefined;
  }

  #sign(content: Buffer): Buffer {
    return createHmac("sha256", this.secret).update(content).digest().subarray(0, signatureLength);
  }
}
