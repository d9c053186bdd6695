/** Mails: how they are written, sent, kept until they are, and shown. The only folder that knows nodemailer. */
export { CompanyEmailPage } from "./company-email-page.js";
export { JobMail } from "./job-mail.js";
export type { EndedJob } from "./job-mail.js";
export { readJobNotification } from "./job-notification.js";
export type { JobNotification } from "./job-notification.js";
export { MailPost } from "./mail-post.js";
export { mailRooms } from "./mail-rooms.js";
export { OutboxFolder, OutboxPath } from "./outbox-folder.js";
export type { OutboxLine, OutboxMail } from "./outbox-folder.js";
export { QueuedMailer } from "./queued-mailer.js";
export { SmtpConnecting, usualConnecting } from "./smtp-server.js";
export { UserEmailPage } from "./user-email-page.js";
