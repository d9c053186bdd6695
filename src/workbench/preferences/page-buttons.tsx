import { Button } from "@mantine/core";

import type { PageAction } from "../api/payloads.js";

interface PageButtonsProps {
  readonly actions: readonly PageAction[];
  readonly busy: string | undefined;
  readonly onPress: (action: PageAction) => void;
}

/** The buttons a page contributes, each with its note. */
export function PageButtons({ actions, busy, onPress }: PageButtonsProps) {
  if (actions.length === 0) return null;
  return (
    <div className="wb-buttons wb-page-buttons">
      {actions.map((action) => (
        <span key={action.id} className="wb-buttons">
          <Button
            variant="default"
            disabled={!action.isEnabled || (busy !== undefined && busy !== action.id)}
            loading={busy === action.id}
            aria-describedby={action.note === undefined ? undefined : `note-${action.id}`}
            onClick={() => onPress(action)}
          >
            {action.label}
          </Button>
          {action.note !== undefined && <span id={`note-${action.id}`}>{action.note}</span>}
        </span>
      ))}
    </div>
  );
}
