import { Logger, UnitOfWork } from "../../api/index.js";
import type { Erasure, Erasures } from "../../api/index.js";
import type { Disposable } from "../../base/disposable.js";
import { inject, injectable } from "../../base/service-token.js";
import { createEmitter, listen } from "../../base/typed-event.js";
import { LiveEvents } from "../live-events/index.js";
import { ErasureStore } from "../studio-data/index.js";

/** Erases clients' personal data for good, and tells the plugins (R6). */
@injectable()
export class ClientErasures implements Erasures {
  readonly #emitter = createEmitter<{ erased: (erasure: Erasure) => void }>();

  constructor(
    @inject(ErasureStore) private readonly store: ErasureStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** @throws RecordNotFoundError */
  async erase(clientId: number): Promise<void> {
    const erasure = await this.unitOfWork.run((transaction) => this.store.erase(clientId, transaction));
    this.logger.info("A client was erased", { clientId });
    this.liveEvents.publish({ kind: "clients-changed" });
    this.liveEvents.publish({ kind: "calendar-changed" });
    this.liveEvents.publish({ kind: "notifications-changed" });
    this.#emitter.emit("erased", erasure);
  }

  since(afterId: number): Promise<readonly Erasure[]> {
    return this.store.findSince(afterId);
  }

  onDidErase(listener: (erasure: Erasure) => void): Disposable {
    return listen(this.#emitter, "erased", listener);
  }
}
