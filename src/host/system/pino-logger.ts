import type { Logger as Pino } from "pino";

import type { LogFields, Logger } from "../../api/index.js";
import { currentLogFields } from "./log-fields.js";
import { redact, redactText } from "./redact.js";

/** Writes structured lines with the ids of the work they belong to; whatever looks like a token or a password is taken out first. */
export class PinoLogger implements Logger {
  constructor(private readonly pino: Pino) {}

  /** The same log under the name of a part of the software or of a plugin. */
  under(name: string): PinoLogger {
    return new PinoLogger(this.pino.child({ name }));
  }

  debug(message: string, fields: LogFields = {}): void {
    this.pino.debug(redact({ ...currentLogFields(), ...fields }), redactText(message));
  }
  info(message: string, fields: LogFields = {}): void {
    this.pino.info(redact({ ...currentLogFields(), ...fields }), redactText(message));
  }
  warn(message: string, fields: LogFields = {}): void {
    this.pino.warn(redact({ ...currentLogFields(), ...fields }), redactText(message));
  }
  error(message: string, fields: LogFields = {}): void {
    this.pino.error(redact({ ...currentLogFields(), ...fields }), redactText(message));
  }
}
