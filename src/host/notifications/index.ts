export { NotificationInbox } from "./notification-inbox.js";
export type { ReceivedNotification } from "./notification-inbox.js";
export { PluginNotifications } from "./plugin-notifications.js";
