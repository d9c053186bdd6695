import type { User, Users } from "../../src/api/index.js";

/** A user of the studio. */
export function aUser(details: Partial<User> = {}): User {
  const id = details.id ?? 1;
  return {
    id,
    guid: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
    initials: "SD",
    firstName: "Sam",
    lastName: "Doe",
    email: "sam@example.test",
    isInactive: false,
    ...details,
  };
}

/** The studio's users, in memory. */
export class MemoryUsers implements Users {
  constructor(private readonly users: readonly User[]) {}

  async list(): Promise<readonly User[]> {
    return this.users;
  }
  async findById(id: number): Promise<User | undefined> {
    return this.users.find((user) => user.id === id);
  }
  async findByInitials(initials: string): Promise<User | undefined> {
    return this.users.find((user) => user.initials.toLowerCase() === initials.toLowerCase());
  }
}
