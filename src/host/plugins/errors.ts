import { CodedError } from "../../base/coded-error.js";

/** A plugin asked for a service the host does not offer. */
export class UnknownServiceError extends CodedError {
  readonly code = "unknown-service";
  constructor(pluginId: string, token: symbol) {
    super(`The plugin ${pluginId} asked for the service "${token.description ?? "?"}", which this host does not offer`);
  }
}

/** A plugin implements something its manifest does not declare. */
export class UndeclaredContributionError extends CodedError {
  readonly code = "undeclared-contribution";
  constructor(pluginId: string, point: string, id: string) {
    super(`The plugin ${pluginId} implements "${id}", which its manifest does not declare under contributes.${point}`);
  }
}

/** `activate` resolved although something declared was not implemented. */
export class UnimplementedContributionError extends CodedError {
  readonly code = "unimplemented-contribution";
  constructor(ids: readonly string[]) {
    super(`Its manifest declares what it does not implement: ${ids.join(", ")}`);
  }
}

/** The plugin's `main` is not in its folder. */
export class NoMainError extends CodedError {
  readonly code = "no-main";
  constructor(main: string) {
    super(`Its main ${main} is not there; perhaps it was not built`);
  }
}

/** The plugin's `main` is not a plugin. */
export class NotAPluginError extends CodedError {
  readonly code = "not-a-plugin";
  constructor(main: string) {
    super(`${main} does not export a function "activate"`);
  }
}

/** The plugin did not come back in time. */
export class PluginTimeoutError extends CodedError {
  readonly code = "plugin-timeout";
  constructor(what: string, milliseconds: number) {
    super(`Its "${what}" did not come to an end within ${milliseconds / 1000} seconds`);
  }
}

/** No plugin of this id was found. */
export class UnknownPluginError extends CodedError {
  readonly code = "unknown-plugin";
  constructor(id: string) {
    super(`There is no plugin "${id}"`, { hint: '"spectra plugin list" names those there are.' });
  }
}
