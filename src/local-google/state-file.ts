import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

import { messageOf } from "../base/coded-error.js";
import type { Disposable } from "../base/disposable.js";
import { SeedError, StateInUseError } from "./errors.js";
import { isObject } from "./json.js";
import type { GoogleStore } from "./store/google-store.js";
import type { WorldState } from "./world.js";

const pause = 300;

/** Keeps the content over restarts: a JSON file, replaced as a whole soon after each change. */
export class StateFile implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  #write: (() => void) | undefined;

  constructor(private readonly path: string) {}

  get #lock(): string {
    return `${this.path}.lock`;
  }

  /** What was kept, or undefined when there is no such file yet. @throws SeedError when it cannot be used, StateInUseError */
  read(): WorldState | undefined {
    this.#requireOwner();
    if (!existsSync(this.path)) return undefined;
    try {
      const state: unknown = JSON.parse(readFileSync(this.path, "utf8"));
      if (!isObject(state) || state["version"] !== 1) throw new TypeError("it is of another version");
      // Written by `follow` of this version.
      return state as unknown as WorldState;
    } catch (unreadable) {
      throw new SeedError(this.path, `this is no kept content of a local Google (${messageOf(unreadable)})`, {
        cause: unreadable,
      });
    }
  }

  /** Two processes would overwrite each other's content. @throws StateInUseError while another one lives */
  #requireOwner(): void {
    const owner = existsSync(this.#lock) ? Number(readFileSync(this.#lock, "utf8")) : Number.NaN;
    if (owner !== process.pid && isAlive(owner)) {
      throw new StateInUseError(this.path, owner);
    }
  }

  /** Writes from now on whenever something changes. */
  follow(store: GoogleStore, stateOf: () => WorldState): void {
    this.#write = () => {
      this.#timer = undefined;
      // Renaming is atomic: a reader sees the old content or the new, never half of one.
      const draft = `${this.path}.${process.pid}.tmp`;
      writeFileSync(draft, JSON.stringify(stateOf()), { mode: 0o600 });
      renameSync(draft, this.path);
    };
    store.onChange(() => {
      this.#timer ??= setTimeout(() => this.#write?.(), pause);
    });
    writeFileSync(this.#lock, String(process.pid), { mode: 0o600 });
    this.#write();
  }

  /** Writes what is not written yet. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#write?.();
    if (this.#write !== undefined) rmSync(this.#lock, { force: true });
    this.#write = undefined;
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId)) return false;
  try {
    return process.kill(processId, 0);
  } catch (failure) {
    // Somebody else's process lives as well.
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}
