/** One call as a handler sees it: a whole HTTP request, or one part of a batch. */
export interface Call {
  readonly method: string;
  /** Without query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What goes back. `json` is printed as the API prints it; `text` goes as it is. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly contentType?: string;
  /** Spaces of indentation; Calendar prints 1, Google's front end 2. */
  readonly indent?: number;
}

/** The text of an answer's body, printed as asked for. */
export function bodyOf(answer: Answer, prettyPrint: boolean): string {
  if (answer.text !== undefined) return answer.text;
  if (answer.json === undefined) return "";
  return prettyPrint ? `${JSON.stringify(answer.json, undefined, answer.indent ?? 1)}\n` : JSON.stringify(answer.json);
}

/** Splits a request target into path and query. */
export function readTarget(target: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) };
}
