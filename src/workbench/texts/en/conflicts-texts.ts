/** Tools > Resolve Schedule Conflicts. */
export const conflictsTexts = {
  title: "Resolve Schedule Conflicts",
  user: "User",
  empty:
    "No bookings overlap. When something that was booked elsewhere falls on a booking made here, it is listed here after the sync.",
  pair: (first: string, second: string) => `${first} and ${second}`,
  pairIn: (resource: string, first: string, second: string) => `${resource}: ${first} and ${second}`,
  done: "Done.",
  keepBoth: { label: "Keep Both", done: "Both are kept. They are listed again when one moves." },
  deleteOne: {
    label: (name: string) => `Delete ${name}`,
    confirm: (name: string) => `${name} is deleted here, and where it came from with the next sync.`,
    done: (name: string) => `${name} is deleted.`,
  },
  kinds: { appointment: "Appointment", session: "Session" },
  openOrReschedule: "Open or Reschedule",
  openOrRescheduleOne: (name: string) => `Open or reschedule ${name}`,
  noDescription: "No description",
  ofClient: (clientName: string, title: string) => `${clientName} - ${title}`,
  bookedHere: "booked here",
  bookedIn: (origin: string) => `from ${origin}`,
};
