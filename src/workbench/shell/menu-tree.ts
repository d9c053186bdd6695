import type { ClearanceLevel, ContributedMenu } from "../api/payloads.js";
import type { Route } from "../routing/route.js";
import { shellTexts } from "../texts/en/shell-texts.js";

/** A line of a menu, or a menu in a menu. */
export type MenuNode =
  | { readonly kind: "menu"; readonly title: string; readonly items: readonly MenuNode[] }
  | { readonly kind: "place"; readonly title: string; readonly route: Route }
  | { readonly kind: "command"; readonly title: string; readonly command: string }
  | { readonly kind: "sign-out"; readonly title: string }
  /** Something the shell itself shows over the screen. */
  | { readonly kind: "panel"; readonly title: string; readonly panel: ShellPanel };

/** What the shell shows over the screen. */
export type ShellPanel = "commands" | "keyboard" | "about";

/** The menus of the bar, in their order; one without lines is not shown. */
const menuOrder = ["File", "Maintenance", "Tools", "Utilities", "Help"];

interface OwnLine {
  readonly path: string;
  readonly node: Exclude<MenuNode, { kind: "menu" }>;
  /** Whoever lacks it does not see the line. */
  readonly clearance?: { readonly area: string; readonly level: ClearanceLevel };
}

const { lines, menuTitles } = shellTexts;
const place = (title: string, route: Route) => ({ kind: "place", title, route }) as const;
const panel = (title: string, shown: ShellPanel) => ({ kind: "panel", title, panel: shown }) as const;

const ownLines: readonly OwnLine[] = [
  { path: "File", node: place(lines.calendar, { kind: "calendar" }) },
  { path: "File", node: { kind: "sign-out", title: lines.signOut } },
  {
    path: "Maintenance/Preferences",
    node: place(lines.userPreferences, { kind: "user-preferences", pageId: undefined }),
  },
  {
    path: "Maintenance/Preferences",
    node: place(lines.companyPreferences, { kind: "company-preferences", pageId: undefined }),
    clearance: { area: "Company Preferences", level: "add-modify" },
  },
  {
    path: "Maintenance/General (Studio)",
    node: place(lines.users, { kind: "users" }),
    clearance: { area: "Users", level: "add-modify" },
  },
  {
    path: "Maintenance/General (Studio)",
    node: place(lines.securityGroups, { kind: "security-groups", groupId: undefined }),
    clearance: { area: "Users", level: "add-modify" },
  },
  {
    path: "Maintenance/Client",
    node: place(lines.clients, { kind: "clients" }),
    clearance: { area: "Clients", level: "view" },
  },
  {
    path: "Maintenance/Client",
    node: place(lines.clientGroups, { kind: "client-groups", groupId: undefined }),
    clearance: { area: "Clients", level: "view" },
  },
  {
    path: "Tools",
    node: place(lines.addClientsToGroup, { kind: "add-clients-to-group", groupId: undefined }),
    clearance: { area: "Clients", level: "add-modify" },
  },
  { path: "Tools", node: place(lines.resolveScheduleConflicts, { kind: "schedule-conflicts" }) },
  { path: "Tools", node: panel(lines.findCommand, "commands") },
  {
    path: "Utilities",
    node: place(lines.controlCenter, { kind: "control-center" }),
    clearance: { area: "Control Center", level: "view" },
  },
  {
    path: "Utilities",
    node: place(lines.controlCenterLogs, { kind: "job-logs", jobRunId: undefined }),
    clearance: { area: "Control Center", level: "view" },
  },
  {
    path: "Utilities",
    node: place(lines.outbox, { kind: "outbox", mailId: undefined }),
    clearance: { area: "Company Preferences", level: "add-modify" },
  },
  {
    path: "Utilities",
    node: place(lines.pluginManager, { kind: "plugins" }),
    clearance: { area: "Plugin Manager", level: "view" },
  },
  { path: "Help", node: panel(lines.keyboardShortcuts, "keyboard") },
  { path: "Help", node: panel(lines.about, "about") },
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
  for (const title of menuOrder) menuAt(root, title);
  for (const { path, node, clearance } of ownLines) {
    if (clearance === undefined || allows(clearances, clearance.area, clearance.level))
      menuAt(root, path).items.push(node);
  }
  for (const { path, title, command } of contributed) {
    menuAt(root, path).items.push({ kind: "command", title, command });
  }
  return root.items.filter((item) => item.kind !== "menu" || item.items.length > 0);
}

/** A line of the menus with the way to it. */
export interface FlatLine {
  /** The menus it stands in: `Maintenance > Client`. */
  readonly path: string;
  readonly node: Exclude<MenuNode, { kind: "menu" }>;
}

/** Every line of the menus, in their order. */
export function flatLines(nodes: readonly MenuNode[], above: readonly string[] = []): readonly FlatLine[] {
  return nodes.flatMap((node) =>
    node.kind === "menu" ? flatLines(node.items, [...above, node.title]) : [{ path: above.join(" > "), node }],
  );
}

/** Lines in which every typed word stands, in the title or the path; those that begin with it first. */
export function matching(lines: readonly FlatLine[], typed: string): readonly FlatLine[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter(({ path, node }) => {
    const text = `${path} ${node.title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isFirst = ({ node }: FlatLine): boolean => node.title.toLowerCase().startsWith(words[0] ?? "");
  return [...found.filter(isFirst), ...found.filter((line) => !isFirst(line))];
}

interface MutableMenu {
  readonly kind: "menu";
  readonly title: string;
  readonly items: (MutableMenu | Exclude<MenuNode, { kind: "menu" }>)[];
}

/** The menu at a path; missing ones are made at the end of theirs. */
function menuAt(root: MutableMenu, path: string): MutableMenu {
  let menu = root;
  for (const name of path.split("/")) {
    const title = menuTitles[name] ?? name;
    const found = menu.items.find((item): item is MutableMenu => item.kind === "menu" && item.title === title);
    const next: MutableMenu = found ?? { kind: "menu", title, items: [] };
    if (found === undefined) menu.items.push(next);
    menu = next;
  }
  return menu;
}
