/** What an item is called in a report. */
export interface ItemName {
  readonly title: string;
  readonly isPrivate: boolean;
}

/** What everyone but its owner reads in place of a private item's title (C8); only shown, never stored or sent. */
export const privateTitle = "Private appointment";

/** The item in a sentence that others than its owner may read: its title, unless it is private (C8). */
export function quoted({ title, isPrivate }: ItemName): string {
  if (isPrivate) return `"${privateTitle}"`;
  return title === "" ? "An item without a title" : `"${title}"`;
}
