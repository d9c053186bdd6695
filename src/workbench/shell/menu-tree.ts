import type { ClearanceLevel, ContributedMenu } from "../api/payloads.js";
import type { Route } from "../routing/route.js";

/** A line of a menu, or a menu in a menu. */
export type MenuNode =
  | { readonly kind: "menu"; readonly title: string; readonly items: readonly MenuNode[] }
  | { readonly kind: "place"; readonly title: string; readonly route: Route }
  | { readonly kind: "command"; readonly title: string; readonly command: string }
  | { readonly kind: "sign-out"; readonly title: string };

interface OwnLine {
  readonly path: string;
  readonly node: Exclude<MenuNode, { kind: "menu" }>;
  /** Whoever lacks it does not see the line. */
  readonly clearance?: { readonly area: string; readonly level: ClearanceLevel };
}

const place = (title: string, route: Route) => ({ kind: "place", title, route }) as const;

const ownLines: readonly OwnLine[] = [
  { path: "File", node: place("Calendar", { kind: "calendar" }) },
  { path: "File", node: { kind: "sign-out", title: "Sign Out" } },
  {
    path: "Maintenance/Preferences",
    node: place("User Preferences", { kind: "user-preferences", pageId: undefined }),
  },
  {
    path: "Maintenance/Preferences",
    node: place("Company (Studio) Preferences", { kind: "company-preferences", pageId: undefined }),
    clearance: { area: "Company Preferences", level: "add-modify" },
  },
  {
    path: "Maintenance/General (Studio)",
    node: place("Users", { kind: "users" }),
    clearance: { area: "Users", level: "add-modify" },
  },
  {
    path: "Utilities",
    node: place("Control Center", { kind: "control-center" }),
    clearance: { area: "Control Center", level: "view" },
  },
  {
    path: "Utilities",
    node: place("Control Center Logs", { kind: "job-logs", jobRunId: undefined }),
    clearance: { area: "Control Center", level: "view" },
  },
  {
    path: "Utilities",
    node: place("Outbox", { kind: "outbox", mailId: undefined }),
    clearance: { area: "Company Preferences", level: "add-modify" },
  },
  {
    path: "Utilities",
    node: place("Plugin Manager", { kind: "plugins" }),
    clearance: { area: "Plugin Manager", level: "view" },
  },
];

const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

/** Whether somebody with these clearances may do something. */
export function allows(
  clearances: Readonly<Record<string, ClearanceLevel>>,
  area: string,
  needed: ClearanceLevel,
): boolean {
  return levels.indexOf(clearances[area] ?? "none") >= levels.indexOf(needed);
}

/** The menu bar: the host's own menus, with contributed lines merged in by their paths. */
export function menuBar(
  contributed: readonly ContributedMenu[],
  clearances: Readonly<Record<string, ClearanceLevel>>,
): readonly MenuNode[] {
  const root: MutableMenu = { kind: "menu", title: "", items: [] };
  for (const { path, node, clearance } of ownLines) {
    if (clearance === undefined || allows(clearances, clearance.area, clearance.level))
      menuAt(root, path).items.push(node);
  }
  for (const { path, title, command } of contributed) {
    menuAt(root, path).items.push({ kind: "command", title, command });
  }
  return root.items;
}

interface MutableMenu {
  readonly kind: "menu";
  readonly title: string;
  readonly items: (MutableMenu | Exclude<MenuNode, { kind: "menu" }>)[];
}

/** The menu at a path; missing ones are made at the end of theirs. */
function menuAt(root: MutableMenu, path: string): MutableMenu {
  let menu = root;
  for (const title of path.split("/")) {
    const found = menu.items.find((item): item is MutableMenu => item.kind === "menu" && item.title === title);
    const next: MutableMenu = found ?? { kind: "menu", title, items: [] };
    if (found === undefined) menu.items.push(next);
    menu = next;
  }
  return menu;
}
