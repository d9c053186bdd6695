import type { PageOwner } from "../routing/route.js";

/** The path of a preference page in the HTTP API. */
export function pagePath(owner: PageOwner, pageId: string): string {
  const of = owner.kind === "company" ? "company" : `users/${owner.userId}`;
  return `/api/preferences/${of}/pages/${encodeURIComponent(pageId)}`;
}

/** The path of the list of pages an owner has. */
export function pageListPath(owner: PageOwner): string {
  return `/api/preferences/${owner.kind}-pages`;
}

/** The plugin that contributed something: ids are `plugin.thing`. */
export function pluginOf(contributionId: string): string {
  return contributionId.split(".", 1)[0] ?? contributionId;
}

/** Whether a browser may be sent to an address a plugin names: web pages only, nothing that runs here. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ["http:", "https:"].includes(new URL(address).protocol);
}
