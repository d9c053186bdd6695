import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, gzip } from "node:zlib";

import { messageOf } from "../../base/coded-error.js";
import type { Disposable } from "../../base/disposable.js";
import { PortTakenError } from "../errors.js";
import { bodyOf, readTarget } from "./call.js";
import type { Answer, Call } from "./call.js";
import type { Outcome } from "./dispatcher.js";

const gzipThreshold = 1024;
const bodyLimit = 50 * 1024 * 1024;

export interface ServerOptions {
  readonly port: number;
  /** Milliseconds every answer waits. */
  readonly latencyMs: number;
  dispatch(call: Call): Outcome;
}

/** The HTTP side: reads requests, prints, compresses, delays and breaks answers. Loopback only. */
export class LocalGoogleServer implements Disposable {
  readonly #server: Server;
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(private readonly options: ServerOptions) {
    this.#server = createServer({ keepAlive: true, keepAliveTimeout: 60_000 }, (request, response) => {
      this.#receive(request, response);
    });
  }

  /** Starts listening on 127.0.0.1 and says under which origin. @throws PortTakenError */
  async listen(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      const refuse = (failure: NodeJS.ErrnoException): void => {
        const isTaken = failure.code === "EADDRINUSE";
        reject(isTaken ? new PortTakenError(this.options.port, { cause: failure }) : failure);
      };
      this.#server.once("error", refuse);
      this.#server.listen(this.options.port, "127.0.0.1", () => {
        this.#server.off("error", refuse);
        resolve();
      });
    });
    // A server that listens on a TCP port has an address of this shape.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async dispose(): Promise<void> {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > bodyLimit) request.destroy();
      else chunks.push(chunk);
    });
    request.on("end", () => {
      const outcome = this.#dispatch(request, Buffer.concat(chunks).toString());
      const wait = outcome.delayMs + this.options.latencyMs;
      if (wait <= 0) this.#send(request, response, outcome);
      else this.#later(wait, () => this.#send(request, response, outcome));
    });
    // A client that hangs up early is part of what tests do; its request is simply over.
    request.on("error", () => response.destroy());
  }

  #dispatch(request: IncomingMessage, body: string): Outcome {
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(request.headers))
      headers[name] = Array.isArray(value) ? value[0] : value;
    const method = headers["x-http-method-override"] ?? request.method ?? "GET";
    try {
      return this.options.dispatch({ method, ...readTarget(request.url ?? "/"), headers, body });
    } catch (defect) {
      return { answer: defectAnswer(defect), delayMs: 0, breakage: "none" };
    }
  }

  #later(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      act();
    }, milliseconds);
    this.#waiting.add(timer);
  }

  #send(request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
    outcome.finish?.();
    if (outcome.breakage === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    const { answer } = outcome;
    const body = bodyOf(answer, !(request.url ?? "").includes("prettyPrint=false"));
    const headers = headersOf(answer, body);
    const finish = (bytes: string | Buffer): void => {
      if (body !== "") headers["Content-Length"] = String(Buffer.byteLength(bytes));
      response.writeHead(answer.status, headers);
      if (outcome.breakage !== "truncate") {
        response.end(bytes);
        return;
      }
      response.write(Buffer.from(bytes).subarray(0, Math.floor(Buffer.byteLength(bytes) / 2)), () => {
        request.socket.destroy();
      });
    };
    if (body.length < gzipThreshold || !/\bgzip\b/.test(request.headers["accept-encoding"]?.toString() ?? "")) {
      finish(body);
      return;
    }
    headers["Content-Encoding"] = "gzip";
    gzip(body, { level: constants.Z_BEST_SPEED }, (failure, compressed) => {
      if (failure) response.destroy(failure);
      else finish(compressed);
    });
  }
}

function headersOf(answer: Answer, body: string): Record<string, string> {
  return {
    ...(body !== "" && { "Content-Type": answer.contentType ?? "application/json; charset=UTF-8" }),
    "Cache-Control": "no-cache, no-store, max-age=0, must-revalidate",
    Vary: "Origin, X-Origin, Referer",
    ...answer.headers,
  };
}

/** A defect of the local Google itself must not look like an error of Google's. */
function defectAnswer(defect: unknown): Answer {
  return {
    status: 500,
    text: `The local Google itself failed: ${messageOf(defect)}\n${stackOf(defect)}`,
    contentType: "text/plain",
  };
}

function stackOf(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? "") : "";
}
