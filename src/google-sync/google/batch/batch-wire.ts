import { MalformedAnswerError } from "../errors.js";
import type { BatchCall } from "./batch-call.js";

/** The answer to one call of a batch. */
export interface BatchPart {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const lineEnd = "\r\n";

/**
 * Calls as one multipart/mixed body. Call n carries Content-ID `<item-n>`.
 * Source: developers.google.com/workspace/calendar/api/guides/batch.
 */
export function batchBody(calls: readonly BatchCall[], boundary: string): string {
  const parts = calls.map((call, index) => {
    const body = call.body === undefined ? "" : JSON.stringify(call.body);
    return [
      `--${boundary}`,
      "Content-Type: application/http",
      `Content-ID: <item-${index}>`,
      "",
      `${call.method} ${call.path} HTTP/1.1`,
      ...(call.ifMatch === undefined ? [] : [`If-Match: ${call.ifMatch}`]),
      ...(body === ""
        ? []
        : ["Content-Type: application/json; charset=UTF-8", `Content-Length: ${Buffer.byteLength(body)}`]),
      "",
      body,
    ].join(lineEnd);
  });
  return `${parts.join(lineEnd)}${lineEnd}--${boundary}--${lineEnd}`;
}

/**
 * Answers by the number of their call, whatever their order. A part that is missing, doubled or
 * cut short is not in the map.
 * @throws MalformedAnswerError when the answer is no batch answer at all
 */
export function readBatchAnswer(body: string, contentType: string): ReadonlyMap<number, BatchPart> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new MalformedAnswerError("the answer to a batch is not multipart");
  const delimiter = `--${boundary}`;
  const sections = `\n${body.replaceAll("\r\n", "\n")}`.split(`\n${delimiter}`).slice(1);
  const closing = sections.at(-1)?.startsWith("--") ?? false;
  // Without the closing delimiter the last part may have been cut short.
  const parts = new Map<number, BatchPart>();
  const doubled = new Set<number>();
  for (const section of sections.slice(0, -1)) {
    const read = readPart(section);
    if (read === undefined) continue;
    if (parts.has(read.index)) doubled.add(read.index);
    parts.set(read.index, read.part);
  }
  for (const index of doubled) parts.delete(index);
  if (parts.size === 0 && !closing) throw new MalformedAnswerError("the answer to a batch is cut short");
  return parts;
}

function readPart(section: string): { readonly index: number; readonly part: BatchPart } | undefined {
  const [outerHeaders, http] = splitOnce(section, "\n\n");
  const index = /^content-id:\s*<response-item-(\d+)>\s*$/im.exec(outerHeaders)?.[1];
  const [head, body] = splitOnce(http.trimStart(), "\n\n");
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1];
  if (index === undefined || status === undefined) return undefined;
  const retryAfter = /^retry-after:\s*(.+)$/im.exec(head)?.[1]?.trim();
  return { index: Number(index), part: { status: Number(status), retryAfter, body: body.trim() } };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
