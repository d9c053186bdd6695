import type { Product, Studio, StudioFacts, ThisComputer } from "../../api/index.js";
import { inject, injectable, serviceToken } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { CompanyStore, ComputerStore, JobSettingsStore } from "../studio-data/index.js";
import { StudioMissingError } from "./errors.js";
import { StudioMemory } from "./studio-memory.js";

/** Which computer this process is on, and as which product it runs (P6). */
export interface HostIdentity {
  readonly product: Product;
  readonly computer: ThisComputer;
}
export const HostIdentity = serviceToken<HostIdentity>("host-identity");

/** The studio as General Info and the Control Center describe it. */
@injectable()
export class CompanyStudio implements Studio {
  constructor(
    @inject(CompanyStore) private readonly company: CompanyStore,
    @inject(JobSettingsStore) private readonly jobSettings: JobSettingsStore,
    @inject(ComputerStore) private readonly computers: ComputerStore,
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(HostIdentity) private readonly identity: HostIdentity,
  ) {}

  /** @throws StudioMissingError */
  async facts(): Promise<StudioFacts> {
    const company = await this.company.find();
    if (company === undefined) throw new StudioMissingError();
    const { guid, name, edition, locale, timeZone } = company;
    return { guid, name, edition, locale, timeZone, product: this.identity.product };
  }

  async syncZone(jobId: string): Promise<ZoneName> {
    if (this.identity.product === "myStratus") return (await this.facts()).timeZone;
    const chosen = (await this.jobSettings.find(jobId))?.computerName ?? (await this.#servingComputer());
    const computer = chosen === undefined ? undefined : await this.computers.findByName(chosen);
    return computer?.zone ?? this.identity.computer.zone;
  }

  /** Says that this is the computer `spectra serve` runs on; its zone counts until one is chosen (C20). */
  async nowServing(): Promise<void> {
    await this.memory.remember("serving", { computer: this.identity.computer.name });
  }

  /** Says where the workbench is now; links in mails lead there, also those of other processes. */
  async servedAt(address: string): Promise<void> {
    await this.memory.remember("workbench", { address });
  }

  /** Says that this studio is a sample: without a mail server its mails go to the outbox folder. */
  async becomeSample(): Promise<void> {
    await this.memory.remember("sample", { isSample: true });
  }

  async #servingComputer(): Promise<string | undefined> {
    const { computer } = await this.memory.read("serving");
    return typeof computer === "string" ? computer : undefined;
  }
}
