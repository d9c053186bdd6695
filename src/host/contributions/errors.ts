import { CodedError } from "../../base/coded-error.js";
import { messageOf } from "../../base/coded-error.js";

/** Something was asked for that no enabled plugin contributes. */
export class UnknownContributionError extends CodedError {
  readonly code = "unknown-contribution";
  constructor(point: string, id: string) {
    super(`Nothing called "${id}" is contributed to ${point}`, {
      hint: "Look in the plugin manager whether its plugin is enabled.",
    });
  }
}

/** A plugin failed while the host was asking it to do something; the host itself is well (X4). */
export class PluginCallFailedError extends CodedError {
  readonly code = "plugin-call-failed";
  constructor(
    readonly pluginId: string,
    contributionId: string,
    cause: unknown,
  ) {
    super(`${contributionId} of the plugin ${pluginId} failed: ${messageOf(cause)}`, {
      cause,
      hint: "The log of the host says more; the plugin can be switched off in the plugin manager.",
    });
  }
}

/** Two plugins, or one plugin twice, declare the same id. */
export class ContributionTakenError extends CodedError {
  readonly code = "contribution-taken";
  constructor(point: string, id: string, pluginId: string) {
    super(`"${id}" in ${point} is already declared by the plugin ${pluginId}`);
  }
}
