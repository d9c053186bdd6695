import { Secrets } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { SignIn, WrongCredentialsError } from "../security/index.js";
import { StudioMemory } from "../studio/index.js";
import { InvalidJobSettingsError } from "./errors.js";

/** "Modify General Settings" as people see it; the password never comes back. */
export interface GeneralSettings {
  /** The user jobs run as; empty while none is entered. */
  readonly userName: string;
  readonly hasPassword: boolean;
  /** How long, and how many, job runs are kept in the logs. */
  readonly keepDays: number;
  readonly keepRuns: number;
}

/** What is entered there. */
export interface NewGeneralSettings extends Omit<GeneralSettings, "hasPassword"> {
  /** Undefined keeps the present one, empty takes it away. */
  readonly password: string | undefined;
}

/** Credentials jobs are run with (J2). */
export interface JobCredentials {
  readonly userName: string;
  readonly password: string;
}

const topic = "control-center";
/** Authenticated with the encrypted password. */
const passwordOwner = "control-center/password";

/**
 * The Control Center's general settings (J2). The password is checked against the user's at every
 * job run, so it is encrypted with the studio key and not hashed.
 */
@injectable()
export class GeneralSettingsStore {
  constructor(
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(Secrets) private readonly secrets: Secrets,
    @inject(SignIn) private readonly signIn: SignIn,
  ) {}

  async read(): Promise<GeneralSettings> {
    const { userName, password, keepDays, keepRuns } = await this.memory.read(topic);
    return {
      userName: typeof userName === "string" ? userName : "",
      hasPassword: typeof password === "string" && password !== "",
      keepDays: typeof keepDays === "number" ? keepDays : 90,
      keepRuns: typeof keepRuns === "number" ? keepRuns : 20_000,
    };
  }

  /** @throws StudioKeyMissingError @throws UnreadableSecretError */
  async readCredentials(): Promise<JobCredentials> {
    const { userName, password } = await this.memory.read(topic);
    return {
      userName: typeof userName === "string" ? userName : "",
      password: typeof password === "string" && password !== "" ? this.secrets.reveal(password, passwordOwner) : "",
    };
  }

  /**
   * @param address where the attempt comes from
   * @throws InvalidJobSettingsError for credentials nobody can sign in with
   * @throws StudioKeyMissingError
   */
  async write({ userName, password, keepDays, keepRuns }: NewGeneralSettings, address: string): Promise<void> {
    const tried = password ?? (await this.readCredentials()).password;
    if (userName !== "") await this.#requireRight(userName, tried, address);
    const kept =
      password === undefined ? {} : { password: password === "" ? "" : this.secrets.protect(password, passwordOwner) };
    await this.memory.remember(topic, { userName, keepDays, keepRuns, ...kept });
  }

  async #requireRight(userName: string, password: string, address: string): Promise<void> {
    try {
      await this.signIn.check(userName, password, address);
    } catch (failure) {
      if (!(failure instanceof WrongCredentialsError)) throw failure;
      throw new InvalidJobSettingsError("The user name or password is not right", { cause: failure });
    }
  }
}
