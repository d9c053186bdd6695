import type { CodedError } from "../../base/coded-error.js";
import { GoogleError } from "../google/index.js";
import {
  ClientNotAcceptedError,
  ConsentDeniedError,
  ConsentFailedError,
  RedirectNotAllowedError,
  WorkspaceBlockedError,
} from "./errors.js";

/**
 * What Google says in the redirect, or on its own page and a person passes on.
 * Source: developers.google.com/identity/protocols/oauth2/native-app (authorization errors).
 */
export function translateRedirectError(error: string, redirectUri: string, cause?: unknown): CodedError {
  switch (error) {
    case "access_denied":
      return new ConsentDeniedError();
    case "admin_policy_enforced":
    case "org_internal":
      return new WorkspaceBlockedError(cause);
    case "redirect_uri_mismatch":
      return new RedirectNotAllowedError(redirectUri, cause);
    case "invalid_client":
    case "deleted_client":
    case "unauthorized_client":
      return new ClientNotAcceptedError(cause);
    default:
      // Google's own words for an error are lower case with underscores; anything else is not repeated.
      return new ConsentFailedError(/^[a-z_]{1,40}$/.test(error) ? `Google says "${error}"` : "Google refused", cause);
  }
}

/** What the token endpoint says when the code is exchanged. Anything unexpected is passed on as it is. */
export function translateTokenError(failure: unknown, redirectUri: string): unknown {
  if (!(failure instanceof GoogleError)) return failure;
  switch (failure.verdict.kind) {
    case "retry-later":
      return new ConsentFailedError("Google could not be reached", failure);
    case "malformed-answer":
      return new ConsentFailedError("Google's answer could not be read", failure);
    default:
      return translateRedirectError(failure.reason ?? "", redirectUri, failure);
  }
}
