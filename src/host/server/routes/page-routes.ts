import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";

import { Type } from "typebox";

import { UnknownPageFileError } from "../errors.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const File = Type.Object({ viewId: Type.String(), "*": Type.String() });

/**
 * A page of a plugin's own is a guest (X3): it runs only scripts of its own, reaches no network, and has an origin of
 * its own even when opened outside of the workbench's frame, so that no cookie and no storage of ours is its.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-scripts",
].join("; ");

/** What a page may consist of. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * The files of pages, as long as their plugin is enabled. They are program, like the workbench's own files, and hold
 * nothing of the studio: what a page shows it gets through the workbench, with the clearances of who is signed in.
 */
export function pageRoutes(server: RouteServer, { contributions, plugins }: ServerServices): void {
  const config = { access: "anybody" } as const;

  server.get("/plugin-pages/:viewId/*", { config, schema: { params: File } }, async ({ params }, reply) => {
    const { viewId, "*": name } = params;
    const { pluginId, declaration } = contributions.views.get(viewId);
    const folder = plugins.installed().find(({ manifest }) => manifest.id === pluginId)?.folder;
    if (declaration.document === undefined || folder === undefined) throw new UnknownPageFileError(viewId, name);
    const document = join(folder, declaration.document);
    const content = await contentOf(dirname(document), name === "" ? basename(document) : name);
    if (content === undefined) throw new UnknownPageFileError(viewId, name);
    return (
      reply
        .header("content-security-policy", pagePolicy)
        // The page's origin is no one's, so that to a browser even its own files come from another one.
        .header("cross-origin-resource-policy", "cross-origin")
        .header("access-control-allow-origin", "*")
        .header("cache-control", "no-cache")
        .type(content.type)
        .send(content.bytes)
    );
  });
}

/** A file of the page's folder; undefined for what lies outside of it, is not there, or is of no known type. */
async function contentOf(folder: string, name: string): Promise<{ type: string; bytes: Buffer } | undefined> {
  const path = join(folder, name);
  const type = types[extname(path).toLowerCase()];
  if (type === undefined || relative(folder, path).startsWith("..")) return undefined;
  try {
    return { type, bytes: await readFile(path) };
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return undefined;
    throw failure;
  }
}
