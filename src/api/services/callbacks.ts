import type { Disposable } from "../../base/disposable.js";
import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "./users.js";

/** A browser coming back to the host from another site. */
export interface CallbackRequest {
  readonly query: Readonly<Record<string, string>>;
  /** The user whose session the browser has, when it has one. */
  readonly userId: UserId | undefined;
}

/** What the browser is shown then: a page of the workbench. */
export interface CallbackAnswer {
  /** Path within the workbench, such as `/preferences/user/google-sync.user-page`. */
  readonly goTo: string;
  readonly message: string;
  readonly isProblem: boolean;
}

/** Addresses of the host to which other sites send the browser back (A1). */
export interface Callbacks {
  /**
   * The full address of a callback: on loopback with the port the host listens on, or
   * the registered https address of the host. Undefined where no server runs (command line).
   */
  address(path: string): string | undefined;
  register(path: string, handler: (request: CallbackRequest) => Promise<CallbackAnswer>): Disposable;
}
export const Callbacks = serviceToken<Callbacks>("callbacks");
