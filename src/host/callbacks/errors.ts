import { CodedError } from "../../base/coded-error.js";

/** No plugin waits for a browser at this address. */
export class UnknownCallbackError extends CodedError {
  readonly code = "unknown-callback";
  constructor(pluginId: string, path: string) {
    super(`Nothing waits at ${pluginId}/${path}`, { hint: "Start again from the page you came from." });
  }
}

/** A plugin registered the same callback twice. */
export class CallbackTakenError extends CodedError {
  readonly code = "callback-taken";
  constructor(route: string) {
    super(`Something already waits at ${route}`);
  }
}
