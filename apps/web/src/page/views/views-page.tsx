import type { SavedView, SavedViewList } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Field } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { VIEW_NAME_LETTERS } from '../../layout/view-saver.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';

/** What one saved to come back to: each with its way there, a new name, and out. */
export const viewsPage: Page<{ list: SavedViewList }> = {
  load: ({ language, parameters }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/saved-views')),
  }),
  show: ({ list }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.savedView;
    return {
      documentTitle: words.documentTitle,
      crumbs: [
        { label: state?.name ?? '', path: statePath(state?.iso3 ?? '') },
        { label: words.documentTitle },
      ],
      body: (
        <>
          <h1>{words.title(list.items.length)}</h1>
          <p class="lede">{words.lede}</p>
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          {list.items.length === 0 ? (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          ) : (
            <table class="list stacked views">
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.leadsTo}</th>
                  <th scope="col">{words.rename}</th>
                  <th scope="col">{words.remove}</th>
                </tr>
              </thead>
              <tbody>
                {list.items.map((view) => (
                  <Row key={view.id} view={view} visit={visit} />
                ))}
              </tbody>
            </table>
          )}
        </>
      ),
    };
  },
};

function Row({ view, visit }: { readonly view: SavedView; readonly visit: Visit }) {
  const { wording, state } = visit;
  const words = wording.say.savedView;
  const action = `/states/${state?.iso3 ?? ''}/saved-views/${view.id}`;
  return (
    <tr id={`view-${view.id}`}>
      <td class="what">
        <a href={pageUrl(wording.language, view.address)}>{view.name}</a>
      </td>
      <td class="view-address" data-label={words.leadsTo}>
        {readable(view.address)}
      </td>
      <td>
        <FoldedForm
          visit={visit}
          action={action}
          summary={words.rename}
          label={words.renameNamed(view.name)}
          button={words.renameButton}
          main={false}
        >
          <Field
            name="name"
            label={words.name}
            autocomplete="off"
            longest={VIEW_NAME_LETTERS}
            value={view.name}
          />
        </FoldedForm>
      </td>
      <td>
        <form method="post" action={`${action}/remove`}>
          <input type="hidden" name="lang" value={wording.language} />
          <button class="plain-button" type="submit" aria-label={words.removeNamed(view.name)}>
            {words.remove}
          </button>
        </form>
      </td>
    </tr>
  );
}

/** As people read an address: with its letters instead of their codes. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}
