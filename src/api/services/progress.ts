import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "./users.js";

/** Where a piece of long work stands. */
export interface ProgressReport {
  /** What is being done, in the user's words: "Sending 50 of 120 to Google". */
  readonly text: string;
  readonly done: number;
  /** Unknown while reading. */
  readonly total: number | undefined;
  readonly isFinished: boolean;
}

/** Live progress: reaches the browser and the terminal, whichever process does the work. */
export interface Progress {
  report(userId: UserId, progress: ProgressReport): void;
}
export const Progress = serviceToken<Progress>("progress");
