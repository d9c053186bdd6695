import type { CallbackAnswer, CallbackRequest, Callbacks } from "../../api/index.js";
import { toDisposable } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import { serviceToken } from "../../base/service-token.js";
import { CallbackTakenError, UnknownCallbackError } from "./errors.js";

type Handler = (request: CallbackRequest) => Promise<CallbackAnswer>;

/** Where browsers come back to from other sites, for all plugins. */
export interface CallbackRoutes {
  /** The callbacks of one plugin, under its name. */
  of(pluginId: string): Callbacks;
  /** The server says where it can be reached, and no longer (undefined). */
  setBaseAddress(address: string | undefined): void;
  /** @throws UnknownCallbackError */
  answer(pluginId: string, path: string, request: CallbackRequest): Promise<CallbackAnswer>;
}
export const CallbackRoutes = serviceToken<CallbackRoutes>("callback-routes");

/** Keeps the handlers in memory: a callback reaches the process its browser left from. */
export class MemoryCallbackRoutes implements CallbackRoutes {
  readonly #handlers = new Map<string, Handler>();
  #baseAddress: string | undefined;

  of(pluginId: string): Callbacks {
    return {
      address: (path) => (this.#baseAddress === undefined ? undefined : `${this.#baseAddress}${route(pluginId, path)}`),
      register: (path, handler) => this.#register(route(pluginId, path), handler),
    };
  }

  setBaseAddress(address: string | undefined): void {
    this.#baseAddress = address?.replace(/\/$/, "");
  }

  async answer(pluginId: string, path: string, request: CallbackRequest): Promise<CallbackAnswer> {
    const handler = this.#handlers.get(route(pluginId, path));
    if (handler === undefined) throw new UnknownCallbackError(pluginId, path);
    return handler(request);
  }

  #register(route: string, handler: Handler): Disposable {
    if (this.#handlers.has(route)) throw new CallbackTakenError(route);
    this.#handlers.set(route, handler);
    return toDisposable(() => {
      this.#handlers.delete(route);
    });
  }
}

function route(pluginId: string, path: string): string {
  return `/callbacks/${pluginId}/${path.replace(/^\//, "")}`;
}
