import { Menu, UnstyledButton } from "@mantine/core";
import { useRef } from "react";
import type { KeyboardEvent } from "react";

import { MenuIcon } from "../common/icons.js";
import { addressOf } from "../routing/route.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import type { MenuNode } from "./menu-tree.js";
import { useFollowLine } from "./use-follow-line.js";

type MenuOf = Extract<MenuNode, { kind: "menu" }>;

/** File, Maintenance, Tools, Utilities, Help and what plugins add; one button with all of them where the window is narrow. */
export function MenuBar({ nodes }: { readonly nodes: readonly MenuNode[] }) {
  const bar = useRef<HTMLElement>(null);
  const menus = nodes.filter((node): node is MenuOf => node.kind === "menu");
  const moveAlong = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>(".wb-menu-button") ?? [])];
    const here = buttons.findIndex((button) => button === event.target);
    if (step === 0 || here === -1) return;
    event.preventDefault();
    buttons.at((here + step) % buttons.length)?.focus();
  };
  return (
    <nav ref={bar} aria-label={shellTexts.menus} className="wb-menus" onKeyDown={moveAlong}>
      <div className="wb-menus-wide">
        {menus.map((menu) => (
          <Menu key={menu.title} position="bottom-start" offset={2} shadow="md" trapFocus>
            <Menu.Target>
              <UnstyledButton className="wb-menu-button">{menu.title}</UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Lines nodes={menu.items} />
            </Menu.Dropdown>
          </Menu>
        ))}
      </div>
      <div className="wb-menus-narrow">
        <Menu position="bottom-start" shadow="md" trapFocus>
          <Menu.Target>
            <UnstyledButton className="wb-menu-button" aria-label={shellTexts.menus}>
              <MenuIcon />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <FlatLines nodes={menus} above={[]} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </nav>
  );
}

function Lines({ nodes }: { readonly nodes: readonly MenuNode[] }) {
  return nodes.map((node) =>
    node.kind === "menu" ? (
      <Menu.Sub key={node.title} closeDelay={150}>
        <Menu.Sub.Target>
          <Menu.Sub.Item>{node.title}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          <Lines nodes={node.items} />
        </Menu.Sub.Dropdown>
      </Menu.Sub>
    ) : (
      <Line key={node.title} node={node} />
    ),
  );
}

/** Every line under a heading that names its path: no menus in menus where there is no room for them. */
function FlatLines({ nodes, above }: { readonly nodes: readonly MenuNode[]; readonly above: readonly string[] }) {
  const lines = nodes.filter((node) => node.kind !== "menu");
  return (
    <>
      {lines.length > 0 && <Menu.Label>{above.join(" > ")}</Menu.Label>}
      {lines.map((node) => (
        <Line key={node.title} node={node} />
      ))}
      {nodes.map((node) =>
        node.kind === "menu" ? <FlatLines key={node.title} nodes={node.items} above={[...above, node.title]} /> : null,
      )}
    </>
  );
}

function Line({ node }: { readonly node: Exclude<MenuNode, MenuOf> }) {
  const follow = useFollowLine();
  if (node.kind !== "place") return <Menu.Item onClick={() => follow(node)}>{node.title}</Menu.Item>;
  return (
    <Menu.Item
      component="a"
      href={addressOf(node.route)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        follow(node);
      }}
    >
      {node.title}
    </Menu.Item>
  );
}
