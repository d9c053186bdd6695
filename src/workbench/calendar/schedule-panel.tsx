import { Checkbox, UnstyledButton } from "@mantine/core";

import type { Resource } from "../api/booking-payloads.js";
import type { Person } from "../api/payloads.js";
import { calendarTexts } from "../texts/en/calendar-texts.js";
import { colourOf, resourceColour, toggled } from "./schedule-choice.js";
import type { ScheduleChoice } from "./schedule-choice.js";

const texts = calendarTexts.schedules;

interface SchedulePanelProps {
  readonly people: readonly Person[];
  readonly resources: readonly Resource[];
  readonly choice: ScheduleChoice;
  readonly ownId: number;
  readonly onChoose: (choice: ScheduleChoice) => void;
}

/** Whose schedules are shown, each with a colour of its own. */
export function SchedulePanel({ people, resources, choice, ownId, onChoose }: SchedulePanelProps) {
  const { userIds, resourceIds } = choice;
  return (
    <aside className="wb-panel wb-schedules" aria-label={texts.name}>
      <fieldset>
        <legend>{texts.users}</legend>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<Named name={name} colour={colourOf(people, id)} />}
            checked={userIds.includes(id)}
            onChange={() => onChoose({ ...choice, userIds: toggled(userIds, id) })}
          />
        ))}
        <div className="wb-buttons">
          <UnstyledButton
            className="wb-text-button"
            onClick={() => onChoose({ ...choice, userIds: people.map(({ id }) => id) })}
          >
            {texts.allUsers}
          </UnstyledButton>
          <UnstyledButton className="wb-text-button" onClick={() => onChoose({ userIds: [ownId], resourceIds: [] })}>
            {texts.onlyMe}
          </UnstyledButton>
        </div>
      </fieldset>
      {resources.length > 0 && (
        <fieldset>
          <legend>{texts.resources}</legend>
          {resources.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={<Named name={name} colour={resourceColour(resources, id)} />}
              checked={resourceIds.includes(id)}
              onChange={() => onChoose({ ...choice, resourceIds: toggled(resourceIds, id) })}
            />
          ))}
        </fieldset>
      )}
    </aside>
  );
}

function Named({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <span className="wb-named">
      <span className="wb-dot" style={{ background: colour }} aria-hidden="true" />
      {name}
    </span>
  );
}
