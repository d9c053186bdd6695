import { createServer, request as httpRequest } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request a process made of Google. */
export interface LineEntry {
  readonly line: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
}

/**
 * The line between one process and Google: writes down what the process asks, and can hold back the
 * answer to one request, so that a test decides what happens to the process meanwhile.
 */
export class GoogleLine {
  readonly #server = createServer((request, response) => this.#receive(request, response));
  #holds: ((method: string, path: string) => boolean) | undefined;
  #reached: () => void = () => undefined;
  #release: (() => void) | undefined;

  private constructor(
    private readonly name: string,
    private readonly target: URL,
    private readonly log: LineEntry[],
  ) {}

  /** @param log every line of a test writes into the same one, in the order of the requests */
  static async open(name: string, googleUrl: string, log: LineEntry[]): Promise<GoogleLine> {
    const line = new GoogleLine(name, new URL(googleUrl), log);
    await new Promise<void>((resolve) => {
      line.#server.listen(0, "127.0.0.1", resolve);
    });
    return line;
  }

  get url(): string {
    // A server that listens on a TCP port has an address of this shape.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Resolves when Google has carried out the first such request, whose answer is then held back. */
  holdAnswer(isIt: (method: string, path: string) => boolean): Promise<void> {
    this.#holds = isIt;
    return new Promise((resolve) => {
      this.#reached = resolve;
    });
  }

  /** Lets the answer held back go. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
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

  #pass({ method = "GET", url = "/", headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
    this.log.push({ line: this.name, at: Date.now(), method, path: url });
    const { hostname, port } = this.target;
    const passed = httpRequest({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const send = (): void => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          response.end(Buffer.concat(parts));
        };
        if (this.#holds?.(method, url) !== true) return send();
        this.#holds = undefined;
        this.#release = send;
        this.#reached();
      });
    });
    passed.on("error", () => response.destroy());
    passed.end(body);
  }
}
