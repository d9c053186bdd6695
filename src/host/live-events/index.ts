export { LiveEvents } from "./live-events.js";
export type { LiveEvent } from "./live-events.js";
export { SharedLiveEvents } from "./shared-live-events.js";
