import { LANGUAGES } from '#messages';
import type { PlainTextList, RecommendationDetail } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { TextArea } from '../submissions/text-area.js';
import { recommendationPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface PlainTextFormsProps {
  readonly detail: RecommendationDetail;
  readonly texts: PlainTextList;
  readonly visit: Visit;
}

/** For the secretariat: what is public in plain words, the drafts, and the forms to write, confirm and withdraw. */
export function PlainTextForms({ detail, texts, visit }: PlainTextFormsProps) {
  const { wording } = visit;
  const words = wording.say.plainText.forms;
  const action = `${recommendationPath(detail.state.iso3, detail.id)}/plain-texts`;
  return (
    <>
      <p class="note">{words.lede}</p>
      {LANGUAGES.map((language) => {
        const name = words.languages[language] ?? language;
        const of = (state: 'draft' | 'confirmed') =>
          texts.items.find((one) => one.language === language && one.state === state);
        const [draft, standing] = [of('draft'), of('confirmed')];
        return (
          <section key={language} class="item-group">
            <h3>{name.charAt(0).toUpperCase() + name.slice(1)}</h3>
            {standing ? (
              <>
                <p class="written" lang={language}>
                  {standing.text}
                </p>
                <p class="note">
                  {words.standing(wording.date(standing.confirmedOn ?? ''), standing.confirmedBy ?? '')}
                </p>
                <ActForm
                  visit={visit}
                  action={`${action}/withdraw`}
                  button={words.withdraw}
                  label={`${words.withdraw}: ${name}`}
                  main={false}
                >
                  <input type="hidden" name="language" value={language} />
                </ActForm>
              </>
            ) : (
              !draft && <p>{words.none}</p>
            )}
            {draft && (
              <>
                <p class="written" lang={language}>
                  {draft.text}
                </p>
                <p class="note">{words.draft(wording.date(draft.writtenOn), draft.writtenBy)}</p>
                <ActForm
                  visit={visit}
                  action={`${action}/confirm`}
                  button={words.confirm}
                  label={`${words.confirm}: ${name}`}
                >
                  <input type="hidden" name="language" value={language} />
                  <input type="hidden" name="version" value={String(draft.version)} />
                </ActForm>
              </>
            )}
            <FoldedForm
              visit={visit}
              action={action}
              button={words.save}
              summary={words.write(name)}
              main={false}
            >
              <input type="hidden" name="language" value={language} />
              <TextArea
                name="text"
                label={words.text}
                hint={words.textHint}
                rows={6}
                longest={2000}
                required
                lang={language}
                value={draft?.text ?? standing?.text}
              />
            </FoldedForm>
          </section>
        );
      })}
    </>
  );
}
