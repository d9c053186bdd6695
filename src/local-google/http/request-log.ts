/** One request as it was received and answered. */
export interface LogEntry {
  /** 1 for the first request since the start; parts of a batch have their own numbers from 1. */
  readonly sequence: number;
  /** The method's name in the Discovery document, `batch`, or `unknown`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** A repeated parameter is an array. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Without the Authorization header. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON or a form. */
  readonly body: unknown;
  /** The e-mail address of the account the token belongs to. */
  readonly account: string | undefined;
  /** 0 until answered, and for ever when the connection was cut. */
  readonly status: number;
  /** Query parameters the method does not know; Google ignores them, a test should not. */
  readonly unknownParameters: readonly string[];
  /** The calls inside a batch, in the order they were sent. */
  readonly parts?: readonly LogEntry[];
}

/** Every HTTP request in the order it came. */
export interface RequestLog {
  entries(): readonly LogEntry[];
  clear(): void;
  /** HTTP requests received; a batch is one. */
  readonly httpRequests: number;
  /** Calls of one method, inside batches too. */
  count(operation: string): number;
  /** Calls of every method that was called, inside batches too. */
  counts(): Readonly<Record<string, number>>;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
/** An entry that is still being filled in. */
export type OpenLogEntry = Writable<Omit<LogEntry, "parts">> & { parts?: LogEntry[] };

/** Keeps the newest entries; counts go on when old entries are forgotten. */
export class MemoryRequestLog implements RequestLog {
  #entries: LogEntry[] = [];
  #counts = new Map<string, number>();
  #sequence = 0;
  #httpRequests = 0;

  constructor(private readonly capacity: number) {}

  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
    this.#counts = new Map();
    this.#httpRequests = 0;
  }

  get httpRequests(): number {
    return this.#httpRequests;
  }

  count(operation: string): number {
    return this.#counts.get(operation) ?? 0;
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** Notes a whole HTTP request. */
  addRequest(entry: Omit<OpenLogEntry, "sequence">): OpenLogEntry {
    this.#sequence += 1;
    this.#httpRequests += 1;
    const kept: OpenLogEntry = { sequence: this.#sequence, ...entry };
    this.#entries.push(kept);
    if (this.#entries.length > this.capacity) this.#entries.splice(0, Math.ceil(this.capacity / 10));
    this.#countOne(entry.operation);
    return kept;
  }

  /** Notes one call inside a batch. */
  addPart(batch: OpenLogEntry, entry: Omit<OpenLogEntry, "sequence">): OpenLogEntry {
    batch.parts ??= [];
    const kept: OpenLogEntry = { sequence: batch.parts.length + 1, ...entry };
    batch.parts.push(kept);
    this.#countOne(entry.operation);
    return kept;
  }

  #countOne(operation: string): void {
    this.#counts.set(operation, (this.#counts.get(operation) ?? 0) + 1);
  }
}
