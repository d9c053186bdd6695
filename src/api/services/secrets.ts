import { serviceToken } from "../../base/service-token.js";

/**
 * Encryption at rest with the studio key, which lies outside the database (A6).
 * AES-256-GCM; the owner is authenticated with the text, so that a value copied to
 * another owner's row cannot be read.
 */
export interface Secrets {
  /** @throws StudioKeyMissingError on a computer without the key */
  protect(plainText: string, owner: string): string;
  /**
   * @throws StudioKeyMissingError on a computer without the key
   * @throws UnreadableSecretError when the text was made with another key or for another owner
   */
  reveal(protectedText: string, owner: string): string;
}
export const Secrets = serviceToken<Secrets>("secrets");
