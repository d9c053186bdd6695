import { useRouter } from "../routing/router.js";
import { useCommands } from "./commands.js";
import type { MenuNode } from "./menu-tree.js";
import { useShowPanel } from "./panels.js";
import { useSession } from "./session.js";

/** Does what a line of the menus says. */
export function useFollowLine(): (node: Exclude<MenuNode, { kind: "menu" }>) => void {
  const { go } = useRouter();
  const { run } = useCommands();
  const { signOut } = useSession();
  const showPanel = useShowPanel();
  return (node) => {
    switch (node.kind) {
      case "place":
        return go(node.route);
      case "command":
        return run(node.command);
      case "sign-out":
        return signOut();
      case "panel":
        return showPanel(node.panel);
    }
  };
}
