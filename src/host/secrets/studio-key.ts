import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { InvalidStudioKeyError, OtherStudioKeyError } from "./errors.js";

const prefix = "spectra-studio-key-1:";
const keyLength = 32;

/**
 * The key that protects secrets at rest (A6). It lies outside the database: in the
 * variable `SPECTRA_STUDIO_KEY`, or in a file only its owner can read.
 */
export class StudioKey {
  constructor(
    private readonly path: string,
    private readonly variable: string | undefined,
  ) {}

  /** Undefined on a computer without the key. @throws InvalidStudioKeyError */
  read(): Buffer | undefined {
    if (this.variable !== undefined) return parseKey(this.variable, "SPECTRA_STUDIO_KEY");
    if (!existsSync(this.path)) return undefined;
    return parseKey(readFileSync(this.path, "utf8"), this.path);
  }

  /** Makes a key where there is none; a studio's first computer does this once. */
  ensure(): void {
    if (this.read() === undefined) this.#write(randomBytes(keyLength));
  }

  /** The key as text for another computer; undefined where there is none. */
  export(): string | undefined {
    const key = this.read();
    return key === undefined ? undefined : textOf(key);
  }

  /**
   * @throws InvalidStudioKeyError
   * @throws OtherStudioKeyError when this computer has a different key
   */
  import(text: string, where: string): void {
    const key = parseKey(text, where);
    const present = this.read();
    if (present !== undefined && !present.equals(key)) throw new OtherStudioKeyError(this.path);
    this.#write(key);
  }

  #write(key: Buffer): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${textOf(key)}\n`, { mode: 0o600 });
    chmodSync(this.path, 0o600);
  }
}

function textOf(key: Buffer): string {
  return prefix + key.toString("base64url");
}

function parseKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed.startsWith(prefix) ? trimmed.slice(prefix.length) : "", "base64url");
  if (key.length !== keyLength) throw new InvalidStudioKeyError(where);
  return key;
}
