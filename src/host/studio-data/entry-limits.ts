import type { EntryLimits } from "../../api/index.js";

/** The widths of the columns an entry's texts are kept in (C11). SQL Server enforces them. */
export const entryLimits: EntryLimits = { description: 200, location: 200, notes: 8000 };
