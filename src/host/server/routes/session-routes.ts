import { Type } from "typebox";

import type { ClearanceArea, User } from "../../../api/index.js";
import { csrfProofOf } from "../../security/index.js";
import { sessionCookie, viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const areas: readonly ClearanceArea[] = [
  "Appointments",
  "Sessions",
  "Clients",
  "Users",
  "Company Preferences",
  "Control Center",
  "Plugin Manager",
];

const Credentials = Type.Object({
  initials: Type.String({ maxLength: 20 }),
  password: Type.String({ maxLength: 200, default: "" }),
});

/** Signing in and out, and who one is. */
export function sessionRoutes(server: RouteServer, { signIn, clearances, studio }: ServerServices): void {
  server.get("/api/sign-in", { config: { access: "anybody" } }, async () => {
    const users = await signIn.choices();
    const { name, product } = await studio.facts();
    return { studioName: name, product, isSecurityOn: await signIn.isSecurityOn(), users: users.map(shownUser) };
  });

  server.post(
    "/api/sign-in",
    { config: { access: "anybody" }, schema: { body: Credentials } },
    async (request, reply) => {
      const { initials, password } = request.body;
      const { user, token } = await signIn.open(initials, password, request.ip);
      // Lax, not strict: a browser that comes back from another site is still signed in.
      void reply.setCookie(sessionCookie, token, { httpOnly: true, sameSite: "lax", secure: "auto", path: "/" });
      return { user: shownUser(user), csrfProof: csrfProofOf(token) };
    },
  );

  server.post("/api/sign-out", { config: { access: "signed-in" } }, async (request, reply) => {
    if (request.session !== undefined) await signIn.close(request.session.token);
    void reply.clearCookie(sessionCookie, { path: "/" });
    return { isSignedOut: true };
  });

  server.get("/api/me", { config: { access: "signed-in" } }, async (request) => {
    const user = viewerOf(request);
    const levels = await Promise.all(areas.map(async (area) => [area, await clearances.levelOf(user.id, area)]));
    return {
      user: shownUser(user),
      csrfProof: csrfProofOf(request.session?.token ?? ""),
      clearances: Object.fromEntries(levels) as unknown,
      studio: await studio.facts(),
    };
  });
}

/** A user without what is nobody else's business. */
function shownUser({ id, initials, firstName, lastName }: User) {
  return { id, initials, name: `${firstName} ${lastName}`.trim() };
}
