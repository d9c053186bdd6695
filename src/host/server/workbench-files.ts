import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const notBuilt = "The workbench is not built. Run `npm run build`; the HTTP API is described at /api/openapi.json.";

/** Serves the workbench; every address that is no file and no API is a page of it. */
export async function serveWorkbench(server: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, "index.html"));
  if (isBuilt) await server.register(fastifyStatic, { root: folder, wildcard: false, serve: false });
  server.get("/*", { config: { access: "anybody" }, schema: { hide: true } }, async (request, reply) => {
    const [path = "/"] = request.url.split("?");
    if (path.startsWith("/api/")) {
      return reply.code(404).send({ code: "unknown-route", message: `There is nothing at ${path}` });
    }
    if (!isBuilt) return reply.type("text/plain; charset=utf-8").send(notBuilt);
    return reply.sendFile(isFileOf(folder, path) ? path.slice(1) : "index.html");
  });
}

/** Nobody learns from the answer which files lie elsewhere (X2). */
function isFileOf(folder: string, path: string): boolean {
  const file = join(folder, decodeURIComponent(path));
  const isInside = !relative(folder, file).startsWith("..");
  return isInside && !file.includes("\0") && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
