import { pageUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** The States that are watched; with one, straight to it. */
export const statesPage: Page<Record<never, never>> = {
  load: () => ({}),
  show: (_data, { states, wording }) => {
    const only = states.length === 1 ? states[0] : undefined;
    if (only) return { redirectTo: pageUrl(wording.language, statePath(only.iso3)) };
    const { say, language } = wording;
    return {
      documentTitle: say.overview.states.documentTitle,
      body: (
        <>
          <h1>{say.overview.states.title(states.length)}</h1>
          {states.length === 0 ? (
            <NothingYet wording={wording} />
          ) : (
            <ul class="plain-list">
              {states.map((state) => (
                <li key={state.iso3}>
                  <a href={pageUrl(language, statePath(state.iso3))}>{state.name}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    };
  },
};

/** What the operator does first; the commands are true as they stand. */
function NothingYet({ wording }: { readonly wording: Wording }) {
  const words = wording.say.overview.states;
  return (
    <div class="empty">
      <p>{words.empty}</p>
      <ol class="commands">
        {words.commands.map((command) => (
          <li key={command}>
            <code>{command}</code>
          </li>
        ))}
      </ol>
      <p>{words.inContainers}</p>
      <p>{words.emptyDemonstration}</p>
    </div>
  );
}
