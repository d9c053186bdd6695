import { useCallback } from "react";

import type { KeptUser, SecurityGroup } from "../api/people-payloads.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PreferencePages } from "../preferences/preference-pages.js";
import { PlaceLink } from "../routing/router.js";
import { useApi } from "../shell/session.js";
import { peopleTexts } from "../texts/en/people-texts.js";
import { UserForm } from "./user-form.js";

const texts = peopleTexts.user;

interface UserScreenProps {
  /** Undefined for a new one. */
  readonly userId: number | undefined;
  readonly pageId: string | undefined;
}

/** A user as administrators keep them: who they are, and their pages of preferences (P4). */
export default function UserScreen({ userId, pageId }: UserScreenProps) {
  const api = useApi();
  const people = useLoaded(
    useCallback(
      async (signal: AbortSignal) => {
        const [users, groups] = await Promise.all([
          api.get<readonly KeptUser[]>("/api/kept-users", signal),
          api.get<readonly SecurityGroup[]>("/api/security-groups", signal),
        ]);
        return { users, groups };
      },
      [api],
    ),
  );
  const user = people.value?.users.find(({ id }) => id === userId);
  const name = user === undefined ? undefined : `${user.firstName} ${user.lastName}`.trim() || user.initials;
  return (
    <Screen
      title={userId === undefined ? texts.newTitle : (name ?? texts.title)}
      aside={<PlaceLink to={{ kind: "users" }}>{texts.all}</PlaceLink>}
    >
      <WhenLoaded loaded={people}>
        {({ groups }) => {
          if (userId === undefined) return <UserForm user={undefined} groups={groups} onSaved={people.reload} />;
          if (user === undefined) return <Empty>{texts.notFound}</Empty>;
          return (
            <PreferencePages
              owner={{ kind: "user", userId }}
              pageId={pageId}
              placeOf={(id) => ({ kind: "user", userId, pageId: id })}
              general={{
                title: texts.general,
                place: { kind: "user", userId, pageId: undefined },
                content: <UserForm user={user} groups={groups} onSaved={people.reload} />,
              }}
            />
          );
        }}
      </WhenLoaded>
    </Screen>
  );
}
