import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Answer {
  readonly value?: unknown;
  readonly failure?: string;
}

/** A process of the bench that answers one question after the other, so that its CPU time and memory are its own. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  /** @param module compiled file beside this one */
  static start(module: string, nodeOptions: readonly string[] = []): Child {
    const file = fileURLToPath(new URL(module, import.meta.url));
    return new Child(fork(file, [], { execArgv: [...nodeOptions], serialization: "advanced" }));
  }

  /** The caller knows what its question is answered with. */
  async ask<T>(question: object): Promise<T> {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const died = (status: number | null): void => reject(new Error(`A process of the bench ended (${status})`));
      this.process.once("exit", died);
      this.process.once("message", (message) => {
        this.process.off("exit", died);
        resolve(message as Answer);
      });
      this.process.send(question);
    });
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer.value as T;
  }

  /** Ends it in order, so that a profile is still written. */
  async end(): Promise<void> {
    if (this.process.exitCode !== null) return;
    await new Promise((resolve) => {
      this.process.once("exit", resolve);
      this.process.disconnect();
    });
  }
}

/** The child's side: answers until the parent is gone. Its own parent asks nothing but its own questions. */
export function answerParent(
  answer: (question: never) => Promise<unknown>,
  atEnd: () => Promise<void> = () => Promise.resolve(),
): void {
  process.on("message", (question) => {
    answer(question as never).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : error }),
    );
  });
  process.once("disconnect", () => {
    atEnd().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
