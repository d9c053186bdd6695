import { CodedError } from "../../base/coded-error.js";

/** Somebody else listens on the port for `/health` and `/metrics`. */
export class HealthPortTakenError extends CodedError {
  readonly code = "health-port-taken";
  constructor(port: number, cause: unknown) {
    super(`Port ${port} is in use`, { cause, hint: `Choose another one: --health-port ${port + 1}` });
  }
}
