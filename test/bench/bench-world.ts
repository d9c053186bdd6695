import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { UserId } from "../../src/api/index.js";
import type { BenchUser } from "./bench-studio.js";
import { Child } from "./child.js";
import type { FloorQuestion, FloorRun } from "./floor-child.js";
import type { Account, Counted, GoogleQuestion } from "./google-child.js";
import { makeStudio } from "./make-studio.js";
import type { SyncQuestion, SyncRun } from "./sync-child.js";

export interface WorldOptions {
  readonly latencyMs: number;
  /** Quota units a minute for each user; undefined lifts the limits and the pacer's ceiling. */
  readonly unitsPerMinute?: number;
  /** How much faster than real time both sides' clocks go. */
  readonly clockFactor?: number;
  /** Folder for CPU profiles of the sync. */
  readonly profileFolder?: string | undefined;
  /** The most memory V8 gives the sync for what lives long, in megabytes; undefined leaves it to V8. */
  readonly heapMb?: number | undefined;
}

/** One local Google, one studio, and measured processes between them. */
export class BenchWorld {
  readonly #clockBeginning = Date.now();
  readonly #folder = mkdtempSync(join(tmpdir(), "spectra-bench-"));
  readonly #google = Child.start("./google-child.js", ["--max-old-space-size=6144"]);
  readonly file = join(this.#folder, "studio.sqlite");
  #profiles = 0;

  private constructor(private readonly options: WorldOptions) {}

  static async open(options: WorldOptions): Promise<BenchWorld> {
    const world = new BenchWorld(options);
    const { latencyMs, unitsPerMinute, clockFactor = 1 } = options;
    await world.google({
      kind: "start",
      latencyMs,
      unitsPerMinute,
      clockFactor,
      clockBeginning: world.#clockBeginning,
    });
    return world;
  }

  google<T = void>(question: GoogleQuestion): Promise<T> {
    return this.#google.ask<T>(question);
  }

  account(email: string): Promise<Account> {
    return this.google<Account>({ kind: "account", email });
  }

  makeStudio(entriesOfUsers: readonly number[]): Promise<readonly UserId[]> {
    return makeStudio(this.file, entriesOfUsers);
  }

  /** Measures runs of one user in a new process; the first user has as many runs before, so that everything is loaded and warm. */
  run(users: readonly BenchUser[], userId: UserId, times = 1): Promise<SyncRun & Counted> {
    return this.#inNewProcess(users, async (sync) => {
      const [warmUp] = users;
      await sync.ask({ kind: "run", userId: warmUp?.id ?? userId, times } satisfies SyncQuestion);
      return () => sync.ask<SyncRun>({ kind: "run", userId, times } satisfies SyncQuestion);
    });
  }

  /** Measures the last of several runs of the whole job in one new process. */
  runAll(users: readonly BenchUser[], runsBefore: number): Promise<SyncRun & Counted> {
    return this.#inNewProcess(users, async (sync) => {
      const runAll = (): Promise<SyncRun> => sync.ask<SyncRun>({ kind: "run-all" } satisfies SyncQuestion);
      for (let run = 0; run < runsBefore; run += 1) await runAll();
      return runAll;
    });
  }

  /** A copy of the studio as it is now, what is still in its log included. */
  copy(name: string): string {
    const copy = join(this.#folder, `${name}.sqlite`);
    for (const suffix of ["-wal", "-shm"]) rmSync(`${copy}${suffix}`, { force: true });
    copyFileSync(this.file, copy);
    if (existsSync(`${this.file}-wal`)) copyFileSync(`${this.file}-wal`, `${copy}-wal`);
    return copy;
  }

  async floor(question: FloorQuestion): Promise<FloorRun> {
    const floor = Child.start("./floor-child.js", ["--max-old-space-size=6144"]);
    try {
      return await floor.ask<FloorRun>(question);
    } finally {
      await floor.end();
    }
  }

  async close(): Promise<void> {
    await this.#google.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #inNewProcess(
    users: readonly BenchUser[],
    prepare: (sync: Child) => Promise<() => Promise<SyncRun>>,
  ): Promise<SyncRun & Counted> {
    const { clockFactor = 1, unitsPerMinute } = this.options;
    const sync = Child.start("./sync-child.js", this.#nodeOptions());
    try {
      await sync.ask({
        kind: "open",
        file: this.file,
        users,
        isPaced: unitsPerMinute !== undefined,
        clockFactor,
        clockBeginning: this.#clockBeginning,
      } satisfies SyncQuestion);
      const measured = await prepare(sync);
      await this.google({ kind: "count-anew" });
      const run = await measured();
      return { ...run, ...(await this.google<Counted>({ kind: "counted" })) };
    } finally {
      await sync.end();
    }
  }

  #nodeOptions(): readonly string[] {
    const { profileFolder, heapMb } = this.options;
    this.#profiles += 1;
    return [
      ...(heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`]),
      ...(profileFolder === undefined
        ? []
        : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${this.#profiles}.cpuprofile`]),
    ];
  }
}
