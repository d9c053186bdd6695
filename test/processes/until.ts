import { setTimeout } from "node:timers/promises";

/** Looks, a few times a second, until there is what is waited for. @throws Error when it does not come in time */
export async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(100);
  }
  throw new Error(`In ${seconds} seconds there was no ${what}`);
}
