import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";

/** Who calls a command and with what. */
export interface CommandCall {
  /** Checked by the host against the schema in the manifest. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The signed-in user; undefined on the command line, which has the rights of whoever holds the data folder. */
  readonly viewer: UserId | undefined;
  readonly signal: AbortSignal;
}

/** What a command says. */
export interface CommandResult {
  /** One JSON value: what `--json` prints. */
  readonly value: unknown;
  /** The same for people, plain text. */
  readonly text: string;
  /** True when something named in the text failed (exit status 1). */
  readonly hasFailures: boolean;
  /** A view to open in the workbench. */
  readonly open?: { readonly viewId: string; readonly input: Readonly<Record<string, unknown>> };
}

/** Something a menu, a notification, the command search or the command line runs. */
export interface Command {
  run(call: CommandCall): Promise<CommandResult>;
}

/** Contribution point `commands`. */
export const Command: ContributionKind<Command> = { point: "commands", token: serviceToken<Command>("command") };
