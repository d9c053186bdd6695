export { InProcessLiveEvents, LiveEvents } from "./live-events.js";
export type { LiveEvent } from "./live-events.js";
