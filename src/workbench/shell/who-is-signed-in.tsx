import { Menu, UnstyledButton } from "@mantine/core";

import { shellTexts } from "../texts/en/shell-texts.js";
import { useSession } from "./session.js";

/** The signed-in person, and the way out. */
export function WhoIsSignedIn() {
  const { me, signOut } = useSession();
  return (
    <Menu position="bottom-end" shadow="md" trapFocus>
      <Menu.Target>
        <UnstyledButton className="wb-who">
          <span className="wb-sr-only">{shellTexts.signedIn}</span>
          <span className="wb-initials" aria-hidden="true">
            {me.user.initials}
          </span>
          <span className="wb-who-name">{me.user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.studio.name}</Menu.Label>
        <Menu.Item onClick={signOut}>{shellTexts.lines.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
