import type { UserId, Users } from "../../api/index.js";

/** How a user is named in a message to somebody else. */
export async function nameOf(users: Users, userId: UserId): Promise<string> {
  const user = await users.findById(userId);
  if (user === undefined) return "another user";
  return `${user.firstName} ${user.lastName} (${user.initials})`.trim();
}
