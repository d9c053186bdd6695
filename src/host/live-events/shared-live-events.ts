import { randomUUID } from "node:crypto";

import { Clock, Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import type { Disposable } from "../../base/disposable.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEventStore } from "../studio-data/index.js";
import { InProcessLiveEvents } from "./live-events.js";
import type { LiveEvent, LiveEvents } from "./live-events.js";

/** Events wait so long for others, of which only the newest is of interest, before they are written down. */
const gatherFor = 500;
/** How often a process that serves looks for what happened in others. */
const lookEvery = 1000;
/** Numbers heard of; those lower than the overlap of the store never come again. */
const remembered = 500;

/**
 * Live events of every process of the studio. Listeners of this process hear at once; the others
 * through a table they look into, so that a browser follows the work wherever it is done.
 */
@injectable()
export class SharedLiveEvents implements LiveEvents {
  readonly #here = new InProcessLiveEvents();
  readonly #origin = randomUUID();
  readonly #waiting = new Map<string, LiveEvent>();
  readonly #over = new AbortController();
  #writing: Promise<void> | undefined;

  constructor(
    @inject(LiveEventStore) private readonly store: LiveEventStore,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  publish(event: LiveEvent): void {
    this.#here.publish(event);
    this.#waiting.set(keyOf(event), event);
    if (!this.#over.signal.aborted) this.#writing ??= this.#writeSoon();
  }

  subscribe(listener: (event: LiveEvent) => void): Disposable {
    return this.#here.subscribe(listener);
  }

  /** Tells listeners here what happens in other processes, from now on until the signal aborts. Never rejects. */
  async follow(signal: AbortSignal): Promise<void> {
    let newest: number | undefined;
    const heard = new Set<number>();
    while (!signal.aborted) {
      try {
        if (newest === undefined) {
          newest = await this.store.newest();
          for (const { id } of await this.store.listAround(newest, this.#origin)) heard.add(id);
        }
        newest = await this.#tellNew(newest, heard);
        await this.clock.sleep(lookEvery, signal);
      } catch (failure) {
        if (signal.aborted) return;
        this.logger.warn("Live events of other processes could not be read", { reason: messageOf(failure) });
        await this.#pause(lookEvery, signal);
      }
    }
  }

  /** Writes down what waits; for a process that is about to end, and publishes no more. */
  async flush(): Promise<void> {
    this.#over.abort(new Error("The process is about to end"));
    await this.#writing;
    await this.#write();
  }

  async #tellNew(newest: number, heard: Set<number>): Promise<number> {
    let last = newest;
    for (const { id, eventJson } of await this.store.listAround(newest, this.#origin)) {
      last = Math.max(last, id);
      if (heard.has(id)) continue;
      heard.add(id);
      // Written by this software's other processes, by the method below.
      this.#here.publish(JSON.parse(eventJson) as LiveEvent);
    }
    for (const id of heard) if (id < last - remembered) heard.delete(id);
    return last;
  }

  async #writeSoon(): Promise<void> {
    await this.#pause(gatherFor, this.#over.signal);
    this.#writing = undefined;
    await this.#write();
  }

  async #write(): Promise<void> {
    const events = [...this.#waiting.values()].map((event) => JSON.stringify(event));
    this.#waiting.clear();
    if (events.length === 0) return;
    try {
      await this.store.add(this.#origin, events);
    } catch (failure) {
      // Whoever looks at a screen elsewhere sees it a little later, when something else happens.
      this.logger.debug("Live events could not be written down", { reason: messageOf(failure) });
    }
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    try {
      await this.clock.sleep(milliseconds, signal);
    } catch (failure) {
      if (!signal.aborted) throw failure;
    }
  }
}

/** Of events with one key only the newest is of interest. */
function keyOf(event: LiveEvent): string {
  return event.kind === "progress" ? `${event.kind} ${event.pluginId} ${event.userId}` : event.kind;
}
