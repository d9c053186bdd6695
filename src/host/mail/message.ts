import type { Letter } from "./delivery.js";

/** The letter as nodemailer takes it: one recipient, two readings, and marked as written by a machine (RFC 3834). */
export function messageFor({ messageId, from, to, subject, text, html, date }: Letter) {
  return {
    messageId,
    date,
    from: { name: from.name, address: from.address },
    to: { name: "", address: to },
    subject,
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
