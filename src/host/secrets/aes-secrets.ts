import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import { StudioKeyMissingError, UnreadableSecretError } from "../../api/index.js";
import type { Secrets } from "../../api/index.js";
import type { StudioKey } from "./studio-key.js";

const version = "v1";
const algorithm = "aes-256-gcm";

/** Secrets as `v1.NONCE.TAG.CIPHERTEXT`; the owner is authenticated with them (A6). */
export class AesSecrets implements Secrets {
  constructor(
    private readonly studioKey: StudioKey,
    /** Stands before every owner, so that two plugins' owners never meet. */
    private readonly ownerPrefix: string,
  ) {}

  protect(plainText: string, owner: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, this.#key(), nonce).setAAD(this.#ownerBytes(owner));
    const text = Buffer.concat([cipher.update(plainText, "utf8"), cipher.final()]);
    return [version, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url"))].join(".");
  }

  reveal(protectedText: string, owner: string): string {
    const key = this.#key();
    const [madeWith, nonce, tag, text] = protectedText.split(".");
    if (madeWith !== version || nonce === undefined || tag === undefined || text === undefined) {
      throw new UnreadableSecretError(owner);
    }
    try {
      const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, "base64url"), { authTagLength: 16 })
        .setAAD(this.#ownerBytes(owner))
        .setAuthTag(Buffer.from(tag, "base64url"));
      return decipher.update(text, "base64url", "utf8") + decipher.final("utf8");
    } catch (failure) {
      throw new UnreadableSecretError(owner, failure);
    }
  }

  #key(): Buffer {
    const key = this.studioKey.read();
    if (key === undefined) throw new StudioKeyMissingError();
    return key;
  }

  #ownerBytes(owner: string): Buffer {
    return Buffer.from(`${this.ownerPrefix}/${owner}`, "utf8");
  }
}
