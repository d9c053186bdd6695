import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";

import { manifestFile, readPlugin } from "./manifest-reader.js";
import type { FoundPlugin } from "./plugin-state.js";

/**
 * The plugins in some folders. A root is a plugin's own folder, or holds plugin folders;
 * a root that does not exist holds none. A second plugin of the same id is invalid.
 */
export async function findPlugins(roots: readonly string[]): Promise<readonly FoundPlugin[]> {
  const folders: string[] = [];
  for (const root of roots) folders.push(...(await pluginFoldersIn(resolve(root))));

  const folderOf = new Map<string, string>();
  const found: FoundPlugin[] = [];
  for (const folder of new Set(folders)) {
    const plugin = await readPlugin(folder);
    const id = plugin.kind === "installed" ? plugin.plugin.manifest.id : plugin.id;
    const other = folderOf.get(id);
    if (other === undefined) {
      folderOf.set(id, folder);
      found.push(plugin);
    } else {
      const message = `"${id}" is already the id of the plugin in ${other}`;
      found.push({ kind: "invalid", folder, id: `${id} (in ${folder})`, problems: [{ path: "/id", message }] });
    }
  }
  return found;
}

async function pluginFoldersIn(root: string): Promise<readonly string[]> {
  if (!existsSync(root)) return [];
  if (existsSync(join(root, manifestFile))) return [root];
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .filter((folder) => existsSync(join(folder, manifestFile)))
    .toSorted();
}
