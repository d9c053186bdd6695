import { EventEmitter } from "node:events";

import type TypedEmitter from "typed-emitter";
import type { EventMap } from "typed-emitter";

import { toDisposable } from "./disposable.js";
import type { Disposable } from "./disposable.js";

/** An `EventEmitter` that knows its events. */
export type Emitter<Events extends EventMap> = TypedEmitter.default<Events>;

/** An event emitter whose names and arguments the compiler knows. */
export function createEmitter<Events extends EventMap>(): Emitter<Events> {
  // EventEmitter has exactly these methods; typed-emitter only narrows their types.
  return new EventEmitter() as unknown as Emitter<Events>;
}

/** Subscribes and gives back the way out. */
export function listen<Events extends EventMap, Name extends keyof Events>(
  emitter: Emitter<Events>,
  name: Name,
  listener: Events[Name],
): Disposable {
  emitter.on(name, listener);
  return toDisposable(() => {
    emitter.off(name, listener);
  });
}
