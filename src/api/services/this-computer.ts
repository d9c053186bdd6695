import { serviceToken } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";

/** The computer this process runs on, as the Control Center knows it. */
export interface ThisComputer {
  readonly name: string;
  readonly zone: ZoneName;
}
export const ThisComputer = serviceToken<ThisComputer>("this-computer");
