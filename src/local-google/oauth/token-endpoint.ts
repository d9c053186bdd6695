import { createHash, timingSafeEqual } from "node:crypto";

import type { Answer } from "../http/call.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { Account } from "../store/account.js";
import type { OAuthClient } from "./clients.js";
import type { Allowance, Grants } from "./grants.js";
import type { IdTokens } from "./id-tokens.js";

export interface TokenEndpointParts {
  readonly clients: readonly OAuthClient[];
  readonly grants: Grants;
  readonly idTokens: IdTokens;
  readonly rotatesRefreshTokens: boolean;
  findAccount(sub: string): Account | undefined;
}

/** `/token` and `/revoke`, with the error texts recorded from Google. */
export class TokenEndpoint {
  constructor(private readonly parts: TokenEndpointParts) {}

  token(form: unknown, authorization: string | undefined): Answer {
    const fields = isObject(form) ? { ...form, ...basicCredentials(authorization) } : {};
    const client = this.parts.clients.find(({ clientId }) => clientId === fields["client_id"]);
    if (!client) return refuse(401, "invalid_client", "The OAuth client was not found.");
    if (!isSame(textOf(fields["client_secret"]) ?? "", client.clientSecret)) {
      return refuse(401, "invalid_client", "Unauthorized");
    }
    switch (fields["grant_type"]) {
      case "authorization_code":
        return this.#exchange(client, fields);
      case "refresh_token":
        return this.#refresh(client, fields);
      default:
        return refuse(400, "unsupported_grant_type", `Invalid grant_type: ${textOf(fields["grant_type"]) ?? ""}`);
    }
  }

  /** Ends the whole grant an access or refresh token belongs to. */
  revoke(token: string | undefined): Answer {
    if (!token) return refuse(400, "invalid_request", "Missing required parameter: token");
    if (!this.parts.grants.revoke(token)) return refuse(400, "invalid_token", "Token expired or revoked");
    return { status: 200, json: {}, indent: 2 };
  }

  #exchange(client: OAuthClient, fields: JsonObject): Answer {
    const text = textOf(fields["code"]);
    if (!text) return refuse(400, "invalid_request", "Missing required parameter: code");
    const code = this.parts.grants.takeCode(text);
    if (!code || code.clientId !== client.clientId) return refuse(400, "invalid_grant", "Bad Request");
    if (fields["redirect_uri"] !== code.redirectUri) return refuse(400, "redirect_uri_mismatch", "Bad Request");
    const verifier = textOf(fields["code_verifier"]);
    if (code.challenge !== undefined && !verifier) return refuse(400, "invalid_grant", "Missing code verifier.");
    if (code.challenge !== undefined && !proves(verifier ?? "", code.challenge)) {
      return refuse(400, "invalid_grant", "Invalid code verifier.");
    }
    const refreshToken = code.withRefreshToken ? this.parts.grants.issueRefreshToken(code) : undefined;
    return this.#answer(code, refreshToken, code.nonce);
  }

  #refresh(client: OAuthClient, fields: JsonObject): Answer {
    const text = textOf(fields["refresh_token"]);
    if (!text) return refuse(400, "invalid_request", "Missing required parameter: refresh_token");
    const refresh = this.parts.grants.useRefreshToken(text);
    if (!refresh || refresh.clientId !== client.clientId) {
      return refuse(400, "invalid_grant", "Token has been expired or revoked.");
    }
    if (!this.parts.rotatesRefreshTokens) return this.#answer(refresh, undefined);
    const rotated = this.parts.grants.issueRefreshToken(refresh);
    this.parts.grants.dropRefreshToken(text);
    return this.#answer(refresh, rotated);
  }

  #answer(allowance: Allowance, refreshToken: string | undefined, nonce?: string): Answer {
    const account = this.parts.findAccount(allowance.sub);
    if (!account) return refuse(400, "invalid_grant", "Account has been deleted");
    const { scopes, clientId } = allowance;
    const accessToken = this.parts.grants.issueAccessToken(allowance);
    const hasIdentity = scopes.includes("openid");
    return {
      status: 200,
      indent: 2,
      json: {
        access_token: accessToken,
        expires_in: this.parts.grants.expiresIn,
        ...(refreshToken !== undefined && { refresh_token: refreshToken }),
        scope: scopes.join(" "),
        token_type: "Bearer",
        ...(hasIdentity && { id_token: this.parts.idTokens.issue({ account, clientId, scopes, accessToken, nonce }) }),
      },
    };
  }
}

function refuse(status: number, error: string, description: string): Answer {
  return { status, json: { error, error_description: description }, indent: 2 };
}

/** A verifier of 43 to 128 characters whose S256 is the challenge. */
function proves(verifier: string, challenge: string): boolean {
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return isSame(createHash("sha256").update(verifier).digest("base64url"), challenge);
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function basicCredentials(authorization: string | undefined): JsonObject {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return {};
  const [id = "", ...secret] = Buffer.from(encoded, "base64").toString().split(":");
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret.join(":")) };
}
