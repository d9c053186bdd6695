import type { Account } from "./google-child.js";

/** What a floor asks Google for: pages of one listing, and batches of writes made up beforehand. */
export interface FloorRequests {
  /** @returns the page as it came */
  readonly list: (syncToken: string | undefined, pageToken: string | undefined) => Promise<string>;
  readonly batches: readonly (() => Promise<void>)[];
}

/** One request with the account's token. @throws when it is refused */
export async function request({ url, tokens }: Account, path: string, init: RequestInit = {}): Promise<string> {
  const headers = new Headers(init.headers);
  headers.set("Authorization", `Bearer ${tokens.accessToken}`);
  const answer = await fetch(`${url}${path}`, { ...init, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text.slice(0, 500));
  return text;
}

/** Cuts a list into pieces of a size. */
export function pieces<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
