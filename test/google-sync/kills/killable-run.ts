import { spawn } from "node:child_process";
import { createServer, request as httpRequest } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

import type { SyncBench } from "../../support/sync-bench.js";
import type { ChangedSettings, CommitPoint, ProcessOrder, ProcessTrace } from "./process-order.js";
import type { SceneStart } from "./scene.js";

const program = fileURLToPath(new URL("sync-process.js", import.meta.url));

/** Where a process dies: at a commit, or at a request before it is carried out, before its answer, or after it. */
export type KillPoint =
  | ({ readonly at: "commit" } & CommitPoint)
  | { readonly at: "request"; readonly nth: number; readonly when: "before" | "applied" | "answered" };

/** What one run of a process went through. */
export interface ProcessRun {
  /** Undefined when it was killed. */
  readonly trace: ProcessTrace | undefined;
  readonly requests: number;
}

/** One run in a process of its own, on the bench's database and Google. @throws Error when it fails by itself */
export async function runInProcess(
  bench: SyncBench,
  start: SceneStart,
  killAt: KillPoint | undefined,
): Promise<ProcessRun> {
  const line = new Line(bench.google.url, killAt);
  const googleUrl = await line.listen();
  try {
    const order = await orderFor(bench, start, googleUrl, killAt?.at === "commit" ? killAt : undefined);
    const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ["ignore", "pipe", "pipe"] });
    line.onPoint = () => child.kill("SIGKILL");
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (text: Buffer) => (output.stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => (output.stderr += text.toString()));
    const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (_code, signal) => resolve(signal));
    });
    // Written by the program above.
    const told = output.stdout
      .split("\n")
      .filter((text) => text !== "")
      .map((text) => JSON.parse(text) as ChangedSettings | ProcessTrace);
    for (const one of told) if ("changed" in one) bench.setUp(start.person, one.changed);
    if (signal === "SIGKILL") return { trace: undefined, requests: line.requests };
    const trace = told.find((one) => "outcome" in one);
    if (trace === undefined) throw new Error(`The process failed: ${output.stderr}`);
    return { trace, requests: line.requests };
  } finally {
    await line.close();
  }
}

async function orderFor(
  bench: SyncBench,
  { person, task }: SceneStart,
  googleUrl: string,
  killAt: CommitPoint | undefined,
): Promise<ProcessOrder> {
  const [main]: readonly { readonly file: string }[] = await bench.studio.connection
    .query()
    .raw("pragma database_list");
  const { sub, expiresAt, ...tokens } = bench.google.grant(person.email);
  return {
    databaseFile: main?.file ?? "",
    googleUrl,
    userId: person.id,
    sub,
    calendarId: person.email,
    tokens: { ...tokens, expiresAt: expiresAt.toISOString() },
    studio: await bench.services().studio.facts(),
    company: { ...bench.company },
    settings: bench.settingsOf(person),
    zone: bench.zone,
    now: bench.clock.now().toISOString(),
    task,
    killAt,
  };
}

/** The line between a process and Google: counts requests and says when the chosen one has come as far as it shall. */
class Line {
  requests = 0;
  onPoint: () => void = () => undefined;
  readonly #server = createServer((request, response) => this.#receive(request, response));
  readonly #target: URL;
  readonly #killAt: KillPoint | undefined;

  constructor(target: string, killAt: KillPoint | undefined) {
    this.#target = new URL(target);
    this.#killAt = killAt;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    // A server that listens on a TCP port has an address of this shape.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => this.#pass(request, Buffer.concat(chunks), response));
  }

  #pass(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    this.requests += 1;
    const { requests } = this;
    const isPoint = (when: string): boolean =>
      this.#killAt?.at === "request" && this.#killAt.nth === requests && this.#killAt.when === when;
    if (isPoint("before")) return this.onPoint();
    const { method, url, headers } = request;
    const { hostname, port } = this.#target;
    const passed = httpRequest({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        if (isPoint("applied")) return this.onPoint();
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.end(Buffer.concat(parts), () => {
          if (isPoint("answered")) this.onPoint();
        });
      });
    });
    passed.on("error", () => response.destroy());
    passed.end(body);
  }
}
