import { Secrets, Studio } from "../../api/index.js";
import type { Product } from "../../api/index.js";
import { CodedError, messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { SignIn } from "../security/index.js";
import { HostIdentity } from "../studio/index.js";
import { GeneralSettingsStore } from "./general-settings.js";

/** Says before a job reads anything whether it may run here: the studio key (A6), and the credentials of J2. */
@injectable()
export class JobPreflight {
  constructor(
    @inject(Secrets) private readonly secrets: Secrets,
    @inject(SignIn) private readonly signIn: SignIn,
    @inject(Studio) private readonly studio: Studio,
    @inject(GeneralSettingsStore) private readonly general: GeneralSettingsStore,
    @inject(HostIdentity) private readonly identity: HostIdentity,
  ) {}

  /** The zone a job's wall-clock times are meant in (C20). */
  zoneOf(jobId: string): Promise<ZoneName> {
    return this.studio.syncZone(jobId);
  }

  /**
   * Why a job cannot run, in plain words; undefined when it can.
   * @param managedIn products in which nobody enters credentials for it (P6)
   */
  async problem(managedIn: readonly Product[]): Promise<string | undefined> {
    try {
      // A computer without the key cannot protect anything.
      this.secrets.protect("", "control-center/preflight");
      if (managedIn.includes(this.identity.product)) return undefined;
      return await this.#wrongCredentials();
    } catch (failure) {
      if (!(failure instanceof CodedError)) throw failure;
      const { hint } = failure;
      return `${messageOf(failure)} (${this.identity.computer.name}).${hint === undefined ? "" : ` ${hint}`}`;
    }
  }

  async #wrongCredentials(): Promise<string | undefined> {
    const { userName, password } = await this.general.readCredentials();
    const isSecurityOn = await this.signIn.isSecurityOn();
    const where = "under Utilities > Control Center > Modify General Settings";
    if (userName === "") {
      return isSecurityOn ? `No user is entered to run jobs. Enter "User Name" and "Password" ${where}.` : undefined;
    }
    if (await this.signIn.isRight(userName, password)) return undefined;
    return `The user name or password entered for jobs is not right. Enter them again ${where}.`;
  }
}
