import { viewAddress } from '#contracts';

import { FoldedForm } from '../form/act-form.js';
import { Field } from '../form/field.js';
import { pageUrl, statePath } from '../router/address.js';
import type { Visit } from '../router/page.js';

export const VIEW_NAME_LETTERS = 80;
/** Pages that lead to others, or on which a view itself is kept: nobody comes back to them by a name. */
const NOT_SAVED = /\/(?:views|new|imports|intakes|submissions\/new)(?:\/|$)/;

const COMMENTERS: readonly string[] = ['monitoring_body', 'ombudsperson', 'secretariat', 'focal_point'];
const COMMENTED = /^\/states\/[^/]+\/(recommendation|indicator|alert)s\/([^/]+)$/;

/** From a page of one thing to what was written about it, for whoever may read that. */
function CommentsLink({ visit: { viewer, wording, address, state } }: { readonly visit: Visit }) {
  const [, kind = '', id = ''] = COMMENTED.exec(address.path) ?? [];
  if (kind === '' || !COMMENTERS.includes(viewer?.role ?? '')) return null;
  const about = `${kind}:${address.parameters['id'] ?? address.parameters['code'] ?? id}`;
  return (
    <a href={pageUrl(wording.language, statePath(state?.iso3 ?? '', '/comments'), { about })}>
      {wording.say.comment.link}
    </a>
  );
}

/** Names the address of the page, with all that is chosen on it; or says under which name it is kept. */
export function ViewSaver({ visit, title }: { readonly visit: Visit; readonly title: string }) {
  const { views, wording, address, state } = visit;
  if (views === null || state === null || NOT_SAVED.test(address.path)) return null;
  const words = wording.say.savedView;
  const here = viewAddress(address.path, address.query);
  const saved = views.find((view) => view.address === here);
  if (saved)
    return (
      <p class="view-saver">
        <CommentsLink visit={visit} />
        {` ${words.saved(saved.name)} `}
        <a href={pageUrl(wording.language, statePath(state.iso3, '/views'))}>{words.all}</a>
      </p>
    );
  return (
    <div class="view-saver">
      <CommentsLink visit={visit} />
      <FoldedForm
        visit={visit}
        action={`/states/${state.iso3}/saved-views`}
        summary={words.save}
        button={words.saveButton}
        main={false}
      >
        <input type="hidden" name="address" value={here} />
        <Field
          name="name"
          label={words.name}
          hint={words.saveWhat}
          autocomplete="off"
          longest={VIEW_NAME_LETTERS}
          value={title.slice(0, VIEW_NAME_LETTERS)}
        />
      </FoldedForm>
    </div>
  );
}
