/** The calendar kind: entries and events as canonical fields, the mapping between them, and its rules. */
export * from "./calendar-fields.js";
export * from "./calendar-rules.js";
export * from "./entry-writes.js";
export * from "./event-id.js";
export * from "./importable.js";
export * from "./linked-entry.js";
export * from "./plain-text.js";
export * from "./title-template.js";
export * from "./when-text.js";
