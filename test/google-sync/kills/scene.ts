import type { BenchPerson, SyncBench } from "../../support/sync-bench.js";

/** What lies before the process that is killed, and what the process does. */
export interface Scene {
  readonly title: string;
  prepare(bench: SyncBench): Promise<SceneStart>;
}

/** Where a scene has come when its process starts. */
export interface SceneStart {
  readonly person: BenchPerson;
  readonly task: ProcessTask;
}

/** A run of the user, or a run of theirs taken back. */
export type ProcessTask = { readonly kind: "sync" } | { readonly kind: "undo"; readonly runId: number };

/** The process syncs this user. */
export function synced(person: BenchPerson): SceneStart {
  return { person, task: { kind: "sync" } };
}

/** The process takes back this run of the user. */
export function undone(person: BenchPerson, runId: number): SceneStart {
  return { person, task: { kind: "undo", runId } };
}
