import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { InstalledPlugin } from "../plugins/index.js";
import { UsageError } from "./errors.js";

/** What stand-ins are started from. */
export interface StandInRequest {
  readonly plugins: readonly InstalledPlugin[];
  /** Settings of plugins' environments as they were given, on the command line or in variables. */
  readonly given: ReadonlyMap<string, string>;
  readonly dataFolder: string;
}

/** Programs that run for as long as the command does, and what they answered, by setting. */
export interface StandIns {
  readonly answers: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/**
 * A setting's value may name a program its plugin brings, such as `--google-url local`: it is started,
 * and what it says when it is ready takes the value's place (`standIns` of the manifest).
 * @throws UsageError when a program ends before it is ready; it has said why
 */
export async function startStandIns({ plugins, given, dataFolder }: StandInRequest): Promise<StandIns> {
  const answers = new Map<string, string>();
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map(end));
  };
  try {
    for (const { folder, manifest } of plugins) {
      const { environment = [], programs = [] } = manifest.contributes;
      for (const { name, standIns = [] } of environment) {
        const standIn = standIns.find(({ value }) => value === given.get(name));
        const program = programs.find((one) => one.name === standIn?.program);
        if (standIn === undefined || program === undefined) continue;
        const words = (standIn.arguments ?? []).map((word) => word.replace("{data}", dataFolder));
        const child = spawn(process.execPath, [join(folder, program.main), ...words], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        children.push(child);
        answers.set(name, await answerOf(child, standIn.answer, `--${name} ${standIn.value}`));
      }
    }
  } catch (failure) {
    await close();
    throw failure;
  }
  return { answers, close };
}

/** The named property of the JSON line a program prints once it is ready. */
async function answerOf(child: ChildProcess, property: string, asked: string): Promise<string> {
  if (child.stdout !== null) {
    for await (const line of createInterface({ input: child.stdout })) {
      const value: unknown = Reflect.get(Object(JSON.parse(line)), property);
      if (typeof value === "string") return value;
      break;
    }
  }
  throw new UsageError(`${asked} could not be started`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
