import type { FollowForm } from '#contracts';

import { Choice, Field } from '../../form/field.js';
import { ActForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, statePath, topicFeedUrl } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { topicUrl } from '../../topic/follow-topic.js';

/** Where anybody asks to hear by mail of what is published about something. */
export const followPage: Page<{ form: FollowForm }> = {
  load: ({ language, parameters, query }) => ({
    form: apiUrl(language, statePath(parameters['iso3'] ?? '', '/follow'), {
      kind: query.get('kind'),
      key: query.get('key'),
    }),
  }),
  show: ({ form }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.follow;
    const iso3 = address.parameters['iso3'] ?? '';
    const asked = address.query.get('done') === 'asked';
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      body: (
        <>
          <h1>{words.title(form.topic.name)}</h1>
          <p class="lede">{words.lede}</p>
          <FormDone address={address} words={{ asked: words.asked }} />
          <FormProblem address={address} wording={wording} />
          {!asked && <AddressForm form={form} visit={visit} iso3={iso3} />}
          <p class="links">
            <a href={topicFeedUrl(wording.language, iso3, form.topic)}>{words.feed}</a>
            <a href={topicUrl(wording.language, iso3, form.topic)}>{words.back}</a>
          </p>
        </>
      ),
    };
  },
};

interface AddressFormProps {
  readonly form: FollowForm;
  readonly visit: Visit;
  readonly iso3: string;
}

/** The field that people do not see stands between the others: programs fill in what they find. */
function AddressForm({ form, visit, iso3 }: AddressFormProps) {
  const { wording, typedInto } = visit;
  const words = wording.say.follow;
  const action = statePath(iso3, '/follow');
  const chosen = typedInto(action).get('language') ?? wording.language;
  return (
    <ActForm visit={visit} action={action} button={words.button}>
      <input type="hidden" name="kind" value={form.topic.kind} />
      <input type="hidden" name="key" value={form.topic.key} />
      <input type="hidden" name="opened" value={form.opened} />
      <Field name="email" type="email" label={words.email} autocomplete="email" longest={254} />
      <div class="trap" aria-hidden="true">
        <label>
          {words.trap}
          <input type="text" name="website" tabIndex={-1} autocomplete="off" value="" />
        </label>
      </div>
      <Choice name="language" label={words.language} required>
        {Object.entries(words.languages).map(([language, name]) => (
          <option key={language} value={language} selected={language === chosen}>
            {name}
          </option>
        ))}
      </Choice>
      <p class="note">{words.privacy}</p>
    </ActForm>
  );
}
