import { randomBytes } from "node:crypto";

import type { Answer } from "../http/call.js";
import { isObject, textOf } from "../json.js";
import type { Account } from "../store/account.js";
import type { OAuthClient } from "./clients.js";
import { readConsentRequest, redirectBack } from "./consent-request.js";
import type { ConsentRequest } from "./consent-request.js";
import type { Grants } from "./grants.js";
import { consentPage, refusalPage } from "./pages.js";
import { isSignInScope } from "./scopes.js";

export interface ConsentParts {
  readonly clients: readonly OAuthClient[];
  readonly grants: Grants;
  accounts(): readonly Account[];
}

const mostPending = 1000;

/** The consent page and what comes of it. */
export class Consent {
  readonly #pending = new Map<string, ConsentRequest>();

  constructor(private readonly parts: ConsentParts) {}

  ask(query: URLSearchParams): Answer {
    const request = readConsentRequest(query, this.parts.clients);
    if ("error" in request) return refusalPage(request);
    // Nobody is ever signed in beforehand, so nothing can be decided without asking.
    if (request.prompt.includes("none")) return redirect(redirectBack(request, { error: "interaction_required" }));
    const id = randomBytes(18).toString("base64url");
    this.#pending.set(id, request);
    const oldest = this.#pending.keys().next().value;
    if (this.#pending.size > mostPending && oldest !== undefined) this.#pending.delete(oldest);
    return consentPage(request, id, this.parts.accounts());
  }

  decide(form: unknown): Answer {
    const fields = isObject(form) ? form : {};
    const id = textOf(fields["request"]) ?? "";
    const request = this.#pending.get(id);
    if (!request)
      return refusalPage({
        status: 400,
        error: "invalid_request",
        detail: "This page is too old. Start again from the app.",
      });
    this.#pending.delete(id);
    if (fields["decision"] !== "allow") return redirect(redirectBack(request, { error: "access_denied" }));
    const account = this.parts.accounts().find(({ email }) => email === fields["account"]);
    if (!account) return this.#again(request);
    const scopes = grantedScopes(request, [fields["scope"]].flat());
    if (scopes.length === 0) return redirect(redirectBack(request, { error: "access_denied" }));
    return redirect(redirectBack(request, this.#code(request, account, scopes)));
  }

  #again(request: ConsentRequest): Answer {
    const id = randomBytes(18).toString("base64url");
    this.#pending.set(id, request);
    return consentPage(request, id, this.parts.accounts());
  }

  #code(request: ConsentRequest, { sub }: Account, ticked: readonly string[]): { [name: string]: string } {
    const { grants } = this.parts;
    const { clientId, type } = request.client;
    const before = request.includesGranted ? grants.grantedScopes(sub, clientId) : [];
    const scopes = [...new Set([...ticked, ...before])];
    const isAsked = !grants.hasConsent(sub, clientId) || request.prompt.includes("consent") || type === "desktop";
    const code = grants.issueCode({
      sub,
      clientId,
      scopes,
      redirectUri: request.redirectUri,
      challenge: request.challenge,
      nonce: request.nonce,
      withRefreshToken: request.isOffline && isAsked,
    });
    return { code, scope: scopes.join(" "), authuser: "0", prompt: "consent" };
  }
}

/** Sign-in scopes come without asking; of the others, what was ticked. */
function grantedScopes(request: ConsentRequest, ticked: readonly unknown[]): string[] {
  return request.scopes.filter((scope) => isSignInScope(scope) || ticked.includes(scope));
}

function redirect(location: string): Answer {
  return { status: 302, headers: { Location: location, "Referrer-Policy": "no-referrer" } };
}
