import { Screen } from "../common/screen.js";
import type { PageOwner, Route } from "../routing/route.js";
import { PreferencePages } from "./preference-pages.js";

interface PreferencesScreenProps {
  readonly title: string;
  readonly owner: PageOwner;
  readonly pageId: string | undefined;
  readonly placeOf: (pageId: string) => Route;
}

/** User Preferences, or Company (Studio) Preferences. */
export default function PreferencesScreen({ title, ...pages }: PreferencesScreenProps) {
  return (
    <Screen title={title}>
      <PreferencePages {...pages} />
    </Screen>
  );
}
