import type { Answer } from "../http/call.js";
import { insufficientScope } from "../http/google-errors.js";
import type { GoogleApi, OpenOperation, OperationCall } from "../http/operation.js";
import { isObject, textOf } from "../json.js";
import type { Consent } from "./consent.js";
import type { IdTokens } from "./id-tokens.js";
import type { TokenEndpoint } from "./token-endpoint.js";

export interface OAuthApiParts {
  readonly consent: Consent;
  readonly endpoint: TokenEndpoint;
  readonly idTokens: IdTokens;
}

type OpenCall = OperationCall<undefined>;

const consentQuery = [
  "client_id",
  "redirect_uri",
  "response_type",
  "scope",
  "state",
  "code_challenge",
  "code_challenge_method",
  "access_type",
  "prompt",
  "login_hint",
  "include_granted_scopes",
  "nonce",
  "hd",
  "enable_granular_consent",
];

/** OAuth 2.0 and OpenID Connect as Google serves them. */
export function createOAuthApi({ consent, endpoint, idTokens }: OAuthApiParts): GoogleApi {
  const open = (
    name: string,
    method: OpenOperation["method"],
    path: string,
    query: readonly string[],
    handle: (call: OpenCall) => Answer,
  ): OpenOperation => ({ kind: "open", name, method, path, query, handle });
  return {
    operations: [
      open("oauth.auth", "GET", "/o/oauth2/v2/auth", consentQuery, ({ call }) => consent.ask(call.query)),
      open("oauth.decision", "POST", "/o/oauth2/v2/auth/decision", [], ({ json }) => consent.decide(json)),
      open("oauth.token", "POST", "/token", [], ({ json, call }) =>
        endpoint.token(json, call.headers["authorization"]),
      ),
      open("oauth.revoke", "POST", "/revoke", ["token"], (call) => endpoint.revoke(tokenOf(call))),
      open("oauth.certs.v3", "GET", "/oauth2/v3/certs", [], () => ({
        status: 200,
        json: idTokens.jwkCertificates(),
        indent: 2,
      })),
      open("oauth.certs.v1", "GET", "/oauth2/v1/certs", [], () => ({
        status: 200,
        json: idTokens.pemCertificates(),
        indent: 2,
      })),
      {
        kind: "protected",
        name: "oauth2.userinfo.get",
        rpcName: "google.oauth2.v2.UserinfoService.Get",
        method: "GET",
        path: "/oauth2/v2/userinfo",
        query: [],
        scopes: ["openid", "userinfo.email", "userinfo.profile"],
        cost: 0,
        handle: ({ caller: { account, scopes } }) => ({
          status: 200,
          indent: 2,
          json: {
            id: account.sub,
            ...(scopes.has("userinfo.email") && { email: account.email, verified_email: true }),
            ...(scopes.has("userinfo.profile") && { name: account.name, locale: account.locale }),
            picture: "https://lh3.googleusercontent.com/a/default-user=s96-c",
          },
        }),
      },
    ],
    manners: {
      unauthenticated: () => unauthenticated,
      insufficientScope: (rpcName) => insufficientScope("oauth2.googleapis.com", rpcName).answer,
    },
  };
}

function tokenOf({ call, json }: OpenCall): string | undefined {
  return call.query.get("token") ?? (isObject(json) ? textOf(json["token"]) : undefined);
}

const unauthenticated: Answer = {
  status: 401,
  indent: 2,
  json: {
    error: {
      code: 401,
      message:
        "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
      status: "UNAUTHENTICATED",
    },
  },
};
