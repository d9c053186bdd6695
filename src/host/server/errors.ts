import { CodedError } from "../../base/coded-error.js";

/** A request that names a host this server is not, as a page of another site would after rebinding its name. */
export class ForeignHostNameError extends CodedError {
  readonly code = "foreign-host-name";
  constructor(name: string) {
    super(`This server is not called "${name}"`);
  }
}

/** Somebody else listens on the port. */
export class PortTakenError extends CodedError {
  readonly code = "port-taken";
  constructor(port: number) {
    super(`Port ${port} is in use`, { hint: `Stop what uses it, or choose another one: --port ${port + 1}` });
  }
}

/** No user of this id. */
export class UnknownUserError extends CodedError {
  readonly code = "unknown-user";
  constructor(id: number) {
    super(`There is no user ${id}`);
  }
}

/** A page of a plugin's own has no such file, or none a browser may have. */
export class UnknownPageFileError extends CodedError {
  readonly code = "unknown-page-file";
  constructor(viewId: string, name: string) {
    super(`The page "${viewId}" has no file "${name}"`);
  }
}
