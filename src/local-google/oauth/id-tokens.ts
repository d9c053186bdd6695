import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";

import type { Clock } from "../clock.js";
import type { Account } from "../store/account.js";

export interface IdTokenRequest {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly accessToken: string;
  readonly nonce?: string | undefined;
}

const issuer = "https://accounts.google.com";
const lifetimeSeconds = 3600;

/** Signs id_tokens with RS256 and shows the public key. The key is made at the first need: that takes a while. */
export class IdTokens {
  #key: KeyObject | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onKey: () => void,
  ) {}

  issue({ account, clientId, scopes, accessToken, nonce }: IdTokenRequest): string {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const claims = {
      iss: issuer,
      azp: clientId,
      aud: clientId,
      sub: account.sub,
      ...(scopes.some((scope) => scope.endsWith("/userinfo.email")) && { email: account.email, email_verified: true }),
      at_hash: createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url"),
      ...(nonce !== undefined && { nonce }),
      ...(scopes.some((scope) => scope.endsWith("/userinfo.profile")) && {
        name: account.name,
        locale: account.locale,
      }),
      iat: issuedAt,
      exp: issuedAt + lifetimeSeconds,
    };
    const signed = `${encode({ alg: "RS256", kid: this.keyId, typ: "JWT" })}.${encode(claims)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), this.#privateKey).toString("base64url")}`;
  }

  /** `/oauth2/v3/certs`. */
  jwkCertificates(): unknown {
    const { n, e } = this.#publicKey.export({ format: "jwk" });
    return { keys: [{ kty: "RSA", alg: "RS256", use: "sig", kid: this.keyId, n, e }] };
  }

  /** `/oauth2/v1/certs`: PEM by key id. Google wraps the key in a certificate; verifiers take either. */
  pemCertificates(): unknown {
    return { [this.keyId]: this.#publicKey.export({ format: "pem", type: "spki" }) };
  }

  get keyId(): string {
    const der = this.#publicKey.export({ format: "der", type: "spki" });
    return createHash("sha256").update(der).digest("hex").slice(0, 40);
  }

  /** The private key as PEM, when there is one yet. */
  toState(): string | undefined {
    return this.#key?.export({ format: "pem", type: "pkcs8" }).toString();
  }

  restore(pem: string): void {
    this.#key = createPrivateKey(pem);
  }

  get #privateKey(): KeyObject {
    if (!this.#key) {
      this.#key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
      this.onKey();
    }
    return this.#key;
  }

  get #publicKey(): KeyObject {
    return createPublicKey(this.#privateKey);
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
