import type { GoogleError } from "../google/index.js";

/** What a refusal means for the run; statuses and reasons were read by the error table (google/). */
export function whatToDoAbout({ verdict }: GoogleError): "read-it" | "next-run" | "stop" | "item-failed" {
  switch (verdict.kind) {
    case "duplicate-id":
    case "precondition-failed":
    case "not-found":
    case "already-deleted":
    case "forbidden-for-non-organizer":
      return "read-it";
    case "retry-later":
    case "malformed-answer":
    case "writes-suspended":
      return "next-run";
    case "refused":
    case "sync-token-refused":
      return "item-failed";
    case "refresh-token":
    case "needs-reconnecting":
    case "wrong-account":
    case "scope-missing":
    case "contacts-not-permitted":
    case "address-book-full":
    case "workspace-blocked":
    case "client-refused":
    case "api-not-enabled":
    case "calendar-not-available":
      return "stop";
  }
}
