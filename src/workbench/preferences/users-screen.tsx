import { Table } from "@mantine/core";
import { useCallback } from "react";

import type { Person } from "../api/payloads.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import type { Route } from "../routing/route.js";
import { PlaceLink } from "../routing/router.js";
import { useApi } from "../shell/session.js";
import { PreferencePages } from "./preference-pages.js";

interface UsersScreenProps {
  readonly route: Extract<Route, { kind: "users" | "user" }>;
}

/** Maintenance > General (Studio) > Users: everybody, or the contributed pages of one of them (P4). */
export default function UsersScreen({ route }: UsersScreenProps) {
  const api = useApi();
  const users = useLoaded(useCallback((signal) => api.get<readonly Person[]>("/api/users", signal), [api]));
  if (route.kind === "users") {
    return (
      <Screen title="Users">
        <WhenLoaded loaded={users}>{(all) => <People people={all} />}</WhenLoaded>
      </Screen>
    );
  }
  const { userId, pageId } = route;
  const user = users.value?.find(({ id }) => id === userId);
  return (
    <Screen
      title={user === undefined ? "User" : user.name}
      aside={<PlaceLink to={{ kind: "users" }}>All users</PlaceLink>}
    >
      <PreferencePages
        owner={{ kind: "user", userId }}
        pageId={pageId}
        placeOf={(id) => ({ kind: "user", userId, pageId: id })}
      />
    </Screen>
  );
}

function People({ people }: { readonly people: readonly Person[] }) {
  if (people.length === 0) return <Empty>The studio has no users yet.</Empty>;
  return (
    <div className="wb-table">
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Initials</Table.Th>
            <Table.Th scope="col">Name</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ id, initials, name }) => (
            <Table.Tr key={id}>
              <Table.Td>{initials}</Table.Td>
              <Table.Td>
                <PlaceLink to={{ kind: "user", userId: id, pageId: undefined }}>{name}</PlaceLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
