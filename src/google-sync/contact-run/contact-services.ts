import type { Clients, Clock, Logger, Notifications, UnitOfWork } from "../../api/index.js";
import type { ContactLinkStore } from "../contact-links/index.js";
import type { Journal } from "../journal/index.js";
import type { QuestionStore } from "../questions/index.js";

/** The services a run of contacts works with. */
export interface ContactServices {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly unitOfWork: UnitOfWork;
  readonly notifications: Notifications;
  readonly questions: QuestionStore;
  readonly journal: Journal;
  readonly clients: Clients;
  readonly contactLinks: ContactLinkStore;
}
