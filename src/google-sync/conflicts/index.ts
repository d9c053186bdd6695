/** The plugin's part of "Resolve Schedule Conflicts" (S3). */
export { SameBookingDialog } from "./same-booking.js";
