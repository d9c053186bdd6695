import { CompanyEmailPage } from "./company-email-page.js";
import { EmailSettings } from "./email-settings.js";
import { JobMail } from "./job-mail.js";
import { Letters } from "./letters.js";
import { MailPost } from "./mail-post.js";
import { MailQueueTurn } from "./mail-queue-turn.js";
import { MailQueue } from "./mail-queue.js";
import { MailRoutes } from "./mail-routes.js";
import { MailSending } from "./mail-sending.js";
import { MailTroubles } from "./mail-troubles.js";
import { MailWaiting } from "./mail-waiting.js";
import { MailWaker } from "./mail-waker.js";
import { OutboxFolder } from "./outbox-folder.js";
import { SmtpTransport } from "./smtp-transport.js";
import { TestMail } from "./test-mail.js";
import { UserEmailPage } from "./user-email-page.js";

/** The classes of this folder that are their own token, one of each. */
export const mailRooms: readonly (new (...parameters: never[]) => object)[] = [
  CompanyEmailPage,
  EmailSettings,
  JobMail,
  Letters,
  MailPost,
  MailQueue,
  MailQueueTurn,
  MailRoutes,
  MailSending,
  MailTroubles,
  MailWaiting,
  MailWaker,
  OutboxFolder,
  SmtpTransport,
  TestMail,
  UserEmailPage,
];
