/** Whose quota is used up: one Google account's, or that of the studio's whole Cloud project. */
export type QuotaScope = "user" | "project";

/**
 * What a refusal of Google means for us. Everything that decides about an error decides
 * about its verdict; statuses and reasons are read by the error table alone.
 */
export type Verdict =
  /** Nothing is wrong with the request: the same one may succeed later (G4). */
  | { readonly kind: "retry-later"; readonly because: "rate" | "server" | "network"; readonly scope: QuotaScope }
  /** The access token has expired; refresh once, repeat once. */
  | { readonly kind: "refresh-token" }
  /** The person's permission is gone for good: they must connect again (A7). */
  | { readonly kind: "needs-reconnecting" }
  /** The tokens belong to another Google account than the one connected (A8). */
  | { readonly kind: "wrong-account" }
  /** The person unticked this permission (A4). */
  | { readonly kind: "scope-missing" }
  /** The person unticked contacts: the calendar syncs, contacts do not (A4). */
  | { readonly kind: "contacts-not-permitted" }
  /** The administrator of the account's Workspace does not allow the studio's app (A9). */
  | { readonly kind: "workspace-blocked" }
  /** Client id or client secret of the studio are not accepted. */
  | { readonly kind: "client-refused" }
  /** The studio's Cloud project has this API switched off. */
  | { readonly kind: "api-not-enabled"; readonly activationUrl: string | undefined }
  /** The calendar does not exist any more, or may no longer be written (A11). */
  | { readonly kind: "calendar-not-available" }
  /** No such item. For an event's own GET this is a fact (C14). */
  | { readonly kind: "not-found" }
  /** The item was deleted before. */
  | { readonly kind: "already-deleted" }
  /** An item with the chosen id exists, or existed once. */
  | { readonly kind: "duplicate-id" }
  /** The item is not the one the etag was taken from. */
  | { readonly kind: "precondition-failed" }
  /** The sync token has expired or is not one: read everything again (G7). */
  | { readonly kind: "sync-token-refused" }
  /** Google holds no more contacts for this account. */
  | { readonly kind: "address-book-full" }
  /** The account may not write for some hours; reading goes on. */
  | { readonly kind: "writes-suspended" }
  /** Only the organizer may change this. */
  | { readonly kind: "forbidden-for-non-organizer" }
  /** Google does not accept the content of the request. */
  | { readonly kind: "refused" }
  /** The answer is not what Google promises: cut short, not JSON, a part missing (C14). */
  | { readonly kind: "malformed-answer" };

/** Whether the verdict holds for every further call on the calendar or on the contacts, not for one item only. */
export function concernsWholeAccount(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case "needs-reconnecting":
    case "wrong-account":
    case "scope-missing":
    case "contacts-not-permitted":
    case "workspace-blocked":
    case "client-refused":
    case "api-not-enabled":
    case "calendar-not-available":
    case "writes-suspended":
      return true;
    default:
      return false;
  }
}
