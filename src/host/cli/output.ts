import type { Writable } from "node:stream";

import { CodedError, messageOf } from "../../base/coded-error.js";

/** 0 done, 1 finished with failed users or items, 2 wrong usage or configuration. */
export type ExitStatus = 0 | 1 | 2;

/** What a command line says. With `--json` it is exactly one JSON document on standard output. */
export class Output {
  isJson = false;
  status: ExitStatus = 0;

  constructor(
    private readonly standardOutput: Writable,
    private readonly standardError: Writable,
    /** Whether somebody watches standard error: then there is live progress. */
    readonly isWatched: boolean,
  ) {}

  /** The outcome, for programs and for people. */
  say(value: unknown, text: string, status: ExitStatus = 0): void {
    this.standardOutput.write(this.isJson ? `${JSON.stringify(value, undefined, 2)}\n` : `${text}\n`);
    this.status = status;
  }

  /** Help: as it is, whatever was asked for. */
  print(text: string): void {
    this.standardOutput.write(text);
  }

  /** Something worth knowing beside the outcome. */
  note(text: string): void {
    this.standardError.write(`${text}\n`);
  }

  /** What went wrong, in one clear line. */
  fail(failure: unknown): void {
    const isExpected = failure instanceof CodedError;
    const hint = isExpected && failure.hint !== undefined ? ` ${failure.hint}` : "";
    const message = messageOf(failure);
    if (this.isJson) this.say({ code: isExpected ? failure.code : "internal-error", message, hint: hint.trim() }, "");
    this.standardError.write(`${message.replace(/\s*\n\s*/g, " ").replace(/([^.!?])$/, "$1.")}${hint}\n`);
    this.status = isExpected && failure.code !== "plugin-call-failed" ? 2 : 1;
  }

  /** Replaces the line of progress; nothing where nobody watches. */
  progress(text: string): void {
    if (this.isWatched) this.standardError.write(`\r\u001B[K${text}`);
  }

  /** Ends the line of progress. */
  endProgress(): void {
    if (this.isWatched) this.standardError.write("\r\u001B[K");
  }
}
