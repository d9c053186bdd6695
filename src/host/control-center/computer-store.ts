import type { ZoneName } from "../../base/wall-time.js";
import { serviceToken } from "../../base/service-token.js";

/** A computer that runs the Control Center service (J4). */
export interface Computer {
  readonly name: string;
  readonly zone: ZoneName;
  readonly version: string;
  /** When it last reported in. */
  readonly heartbeatAt: Date;
}

/** The studio's computers. */
export interface ComputerStore {
  /** Says that a computer is on, now. */
  reportIn(computer: Omit<Computer, "heartbeatAt">): Promise<void>;
  /** By name. */
  list(): Promise<readonly Computer[]>;
  find(name: string): Promise<Computer | undefined>;
}
export const ComputerStore = serviceToken<ComputerStore>("computer-store");
