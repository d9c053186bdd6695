/** Utilities > Outbox. */
export const outboxTexts = {
  title: "Outbox",
  sendTest: "Send Test Email",
  empty:
    "There is no email here. A sample studio without a mail server keeps its emails here instead of sending them; every other studio sends them as [Company (Studio) Preferences > Email] says.",
  tableName: "Emails",
  columns: ["Written", "To", "Subject"],
  mail: {
    title: "Email",
    all: "All emails",
    to: "To",
    subject: "Subject",
    written: "Written",
    frame: (subject: string) => `Email: ${subject}`,
    plainText: "As plain text",
    ownWindow: "Open in a window of its own",
  },
};
