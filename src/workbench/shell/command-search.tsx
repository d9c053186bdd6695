import { Modal, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";

import { useFocusBack } from "../common/use-focus-back.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { shellTexts } from "../texts/en/shell-texts.js";
import { matching } from "./menu-tree.js";
import type { FlatLine } from "./menu-tree.js";
import { useFollowLine } from "./use-follow-line.js";

const texts = shellTexts.search;

interface CommandSearchProps {
  readonly lines: readonly FlatLine[];
  readonly onClose: () => void;
}

/** Finds a line of any menu by some letters of it (Ctrl+K). */
export function CommandSearch({ lines, onClose }: CommandSearchProps) {
  useFocusBack();
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const follow = useFollowLine();
  const listId = useId();
  const found = matching(lines, typed).slice(0, 12);
  const idOf = (index: number): string => `${listId}-${index}`;

  const choose = (line: FlatLine | undefined): void => {
    if (line === undefined) return;
    onClose();
    follow(line.node);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") {
      event.preventDefault();
      choose(found[marked]);
    }
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    setMarked((marked + step + found.length) % found.length);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size="lg"
      yOffset="12vh"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <TextInput
        aria-label={texts.label}
        placeholder={texts.placeholder}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        {...(found.length > 0 ? { "aria-activedescendant": idOf(marked) } : {})}
        value={typed}
        data-autofocus
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(0);
        }}
      />
      <ul id={listId} role="listbox" aria-label={texts.found} className="wb-found">
        {found.map((line, index) => (
          // The keys are handled by the field, which keeps the focus.
          <li
            key={`${line.path} ${line.node.title}`}
            id={idOf(index)}
            role="option"
            aria-selected={index === marked}
            onClick={() => choose(line)}
            onMouseMove={() => setMarked(index)}
          >
            <span>{line.node.title}</span>
            <span className="wb-found-path">{line.path}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p role="status" className="wb-found">
          {texts.nothingFound}
        </p>
      )}
    </Modal>
  );
}
