import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the server does with a request. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks in the middle of the body. */
  | { readonly broken: string };

/** A tiny server on loopback that answers by a script and remembers what it was asked. */
export interface ScriptedGoogle {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

export async function startScriptedGoogle(
  script: (request: SeenRequest, index: number) => ScriptedAnswer,
): Promise<ScriptedGoogle> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const request = seen(incoming, Buffer.concat(chunks).toString("utf8"));
      requests.push(request);
      send(response, script(request, requests.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function seen(incoming: IncomingMessage, body: string): SeenRequest {
  const url = new URL(incoming.url ?? "/", "http://google.test");
  return {
    method: incoming.method ?? "",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers,
    body,
  };
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  if ("broken" in answer) {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": answer.broken.length + 100 });
    response.write(answer.broken, () => response.destroy());
    return;
  }
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, { "Content-Type": "application/json; charset=UTF-8", ...answer.headers });
  response.end(answer.status === 204 ? undefined : text);
}

/** Calendar's own form of a refusal. */
export function refusal(status: number, reason: string, message = reason, extra: object = {}): ScriptedAnswer {
  return {
    status,
    body: { error: { errors: [{ domain: "global", reason, message, ...extra }], code: status, message } },
  };
}

/** One call inside a batch request. */
export interface SeenCall {
  readonly contentId: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly ifMatch: string | undefined;
  readonly body: unknown;
}

/** Reads the calls of a batch strictly: CRLF, boundary of the header, closing delimiter. */
export function callsOf(request: SeenRequest): readonly SeenCall[] {
  const boundary = /boundary=(\S+)/.exec(String(request.headers["content-type"]))?.[1] ?? "";
  const sections = `\r\n${request.body}`.split(`\r\n--${boundary}`);
  if (sections.pop() !== "--\r\n") throw new Error("The batch has no closing delimiter");
  return sections.slice(1).map((section) => {
    const [outer = "", head = "", body = ""] = section.split("\r\n\r\n");
    const [line = "", ...headers] = head.split("\r\n");
    const [method = "", target = ""] = line.split(" ");
    const url = new URL(target, "http://google.test");
    return {
      contentId: /Content-ID: <(.+)>/.exec(outer)?.[1] ?? "",
      method,
      path: decodeURIComponent(url.pathname),
      query: Object.fromEntries(url.searchParams),
      ifMatch: headers.find((each) => each.startsWith("If-Match: "))?.slice("If-Match: ".length),
      body: body.trim() === "" ? undefined : JSON.parse(body),
    };
  });
}

/** Answers a batch call by call, in reverse order, as Google may. A call answered with "missing" gets no part. */
export function batchAnswer(
  request: SeenRequest,
  answer: (call: SeenCall) => Exclude<ScriptedAnswer, { broken: string }> | "missing",
): ScriptedAnswer {
  const parts = callsOf(request).flatMap((call) => {
    const each = answer(call);
    if (each === "missing") return [];
    const headers = Object.entries(each.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    const body = each.status === 204 ? "" : JSON.stringify(each.body, undefined, 1);
    return [
      `--batch_x\r\nContent-Type: application/http\r\nContent-ID: <response-${call.contentId}>\r\n\r\n` +
        `HTTP/1.1 ${each.status} Said\r\nContent-Type: application/json; charset=UTF-8\r\n${headers.join("")}\r\n${body}\r\n`,
    ];
  });
  return {
    status: 200,
    headers: { "Content-Type": "multipart/mixed; boundary=batch_x" },
    body: `${parts.reverse().join("")}--batch_x--\r\n`,
  };
}
