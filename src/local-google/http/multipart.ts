import { readTarget } from "./call.js";
import { bodyOf } from "./call.js";
import type { Answer, Call } from "./call.js";

/** One call inside a batch, with the id its answer has to carry. */
export interface BatchPart {
  readonly contentId: string | undefined;
  /** Undefined when the part cannot be read as an HTTP request. */
  readonly call: Call | undefined;
}

/** The boundary of a multipart content type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/mixed\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "");
  return match?.[1] ?? match?.[2];
}

/**
 * Reads the parts of a batch. Outer headers except `Content-*` apply to every part;
 * the part's own win. Undefined when the closing delimiter is missing.
 */
export function readBatch(body: string, boundary: string, outer: Call["headers"]): BatchPart[] | undefined {
  const pieces = `\r\n${body}`.split(`\n--${boundary}`);
  const last = pieces.pop();
  if (!last?.startsWith("--") || pieces.length === 0) return undefined;
  const inherited = Object.fromEntries(Object.entries(outer).filter(([name]) => !name.startsWith("content-")));
  return pieces.slice(1).map((piece) => readPart(piece.replace(/^[ \t]*\r?\n/, "").replace(/\r$/, ""), inherited));
}

function readPart(text: string, inherited: Call["headers"]): BatchPart {
  const outer = splitHead(text);
  const contentId = outer.headers["content-id"];
  const lineEnd = outer.rest.search(/\r?\n|$/);
  const [method, target] = outer.rest.slice(0, lineEnd).trim().split(/\s+/);
  if (!method || !target?.startsWith("/")) return { contentId, call: undefined };
  const inner = splitHead(outer.rest.slice(lineEnd).replace(/^\r?\n/, ""));
  const length = Number(inner.headers["content-length"] ?? Number.NaN);
  const body = Number.isNaN(length) ? inner.rest : Buffer.from(inner.rest).subarray(0, length).toString();
  return {
    contentId,
    call: { method, ...readTarget(target), headers: { ...inherited, ...inner.headers }, body: body.trim() },
  };
}

function splitHead(text: string): { readonly headers: Record<string, string>; readonly rest: string } {
  const headers: Record<string, string> = {};
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = (end < 0 ? text.slice(at) : text.slice(at, end)).replace(/\r$/, "");
    at = end < 0 ? text.length : end + 1;
    if (line === "") break;
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, rest: text.slice(at) };
}

/** Prints one answer as a part of a batch answer. */
export function printPart(boundary: string, contentId: string | undefined, answer: Answer, isPretty: boolean): string {
  const body = bodyOf(answer, isPretty);
  const id =
    contentId === undefined ? "" : `Content-ID: ${contentId.replace(/^<?/, "<response-").replace(/>?$/, ">")}\r\n`;
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const type = body === "" ? "" : `Content-Type: ${answer.contentType ?? "application/json; charset=UTF-8"}\r\n`;
  const length = body === "" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return (
    `--${boundary}\r\nContent-Type: application/http\r\n${id}\r\n` +
    `HTTP/1.1 ${answer.status} ${reasonPhrase(answer.status)}\r\n${type}${headers.join("")}${length}\r\n${body}\r\n`
  );
}

const reasonPhrases: Readonly<Record<number, string>> = {
  200: "OK",
  204: "No Content",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

function reasonPhrase(status: number): string {
  return reasonPhrases[status] ?? "Status";
}
