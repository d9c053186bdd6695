import { serviceToken } from "../../base/service-token.js";

/** Ids, codes and counts that go with a log line. Never tokens, passwords or client details (A6). */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** A structured log under the plugin's name. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
export const Logger = serviceToken<Logger>("logger");
