import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const cost = { N: 16_384, r: 8, p: 1 };
const keyLength = 32;

const derive: (password: string, salt: Buffer, length: number, cost: object) => Promise<Buffer> = promisify(scrypt);

/** A password as `scrypt$N$r$p$SALT$KEY`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize("NFC"), salt, keyLength, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password is the one the hash was made of; always takes its time. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [kind, n, r, p, salt = "", key = ""] = (hash ?? nobodysHash).split("$");
  if (kind !== "scrypt") return false;
  const expected = Buffer.from(key, "base64url");
  const made = await derive(password.normalize("NFC"), Buffer.from(salt, "base64url"), keyLength, {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return hash !== undefined && expected.length === made.length && timingSafeEqual(expected, made);
}

/** Checked where there is no hash, so that an unknown name takes as long as a wrong password. */
const nobodysHash = `scrypt$${cost.N}$${cost.r}$${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$AAAA`;
