import { googleError } from "../http/google-errors.js";
import type { GoogleErrorName } from "../http/google-errors.js";
import type { SeededRandom } from "../random.js";

/** A listing as it was when its first page was asked for. */
export interface Snapshot<Item> {
  /** Everything but the page token, so that a page is only given to the request it belongs to. */
  readonly request: string;
  readonly items: readonly Item[];
  /** Undefined where the listing ends without one. */
  readonly nextSyncToken: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextPageToken?: string;
  readonly nextSyncToken?: string;
}

export interface PageOptions {
  /** No page holds more, whatever the request says. */
  readonly pageSizeCap: number;
  /** Pages may be shorter than asked for, or empty, as Google's may. */
  readonly shortPages: boolean;
}

const kept = 64;

/**
 * Listings being paged through. What changes meanwhile is not in them: it comes after
 * the sync token of the last page. A page may be asked for again.
 */
export class Snapshots<Item> {
  readonly #open = new Map<string, Snapshot<Item>>();
  #count = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly options: PageOptions,
    private readonly refusal: GoogleErrorName = "invalidPageToken",
  ) {}

  first(snapshot: Snapshot<Item>, size: number): Page<Item> {
    if (!this.options.shortPages && snapshot.items.length <= Math.min(size, this.options.pageSizeCap)) {
      return lastPage(snapshot, 0);
    }
    this.#count += 1;
    const id = this.#count.toString(36);
    this.#open.set(id, snapshot);
    const oldest = this.#open.keys().next().value;
    if (this.#open.size > kept && oldest !== undefined) this.#open.delete(oldest);
    return this.#page(id, snapshot, 0, size);
  }

  /** @throws GoogleError 400 when the token is unknown or belongs to another request */
  next(token: string, request: string, size: number): Page<Item> {
    const [id = "", offset = ""] = Buffer.from(token, "base64url").toString().split(":");
    const snapshot = this.#open.get(id);
    if (!snapshot || snapshot.request !== request || !/^\d+$/.test(offset)) throw googleError(this.refusal);
    return this.#page(id, snapshot, Number(offset), size);
  }

  #page(id: string, snapshot: Snapshot<Item>, offset: number, size: number): Page<Item> {
    const end = offset + this.#lengthOf(size);
    if (end >= snapshot.items.length) return lastPage(snapshot, offset);
    return {
      items: snapshot.items.slice(offset, end),
      // The random tail makes the token of a repeated empty page another one.
      nextPageToken: Buffer.from(`${id}:${end}:${this.random.below(1_000_000)}`).toString("base64url"),
    };
  }

  #lengthOf(size: number): number {
    const most = Math.min(size, this.options.pageSizeCap);
    if (!this.options.shortPages) return most;
    return this.random.next() < 0.25 ? 0 : 1 + this.random.below(most);
  }
}

function lastPage<Item>({ items, nextSyncToken }: Snapshot<Item>, offset: number): Page<Item> {
  return { items: items.slice(offset), ...(nextSyncToken !== undefined && { nextSyncToken }) };
}
