import type { DimensionList, InstitutionList, LibraryProposals } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { Field } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { DefinitionFields } from './definition-fields.js';

interface Data extends Record<string, unknown> {
  readonly proposals: LibraryProposals;
  readonly dimensions: DimensionList;
  readonly institutions: InstitutionList;
}

/** A new indicator, begun at the recommendation that it answers to. */
export const newIndicatorPage: Page<Data> = {
  load: ({ language, parameters }) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      proposals: apiUrl(language, `${recommendationPath(iso3, parameters['id'] ?? '')}/library`),
      dimensions: apiUrl(language, statePath(iso3, '/dimensions')),
      institutions: everyInstitution(language, iso3),
    };
  },
  show: ({ proposals: { recommendation, items }, dimensions, institutions }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.definition;
    const iso3 = address.parameters['iso3'] ?? '';
    const action = statePath(iso3, '/indicators');
    const at = recommendationPath(iso3, recommendation.id);
    return {
      documentTitle: words.add,
      current: 'recommendations',
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        { label: wording.say.recommendation.paragraph(wording.code(recommendation.code)), path: at },
        { label: words.add },
      ],
      body: (
        <>
          <h1>{words.form.newTitle(wording.code(recommendation.code))}</h1>
          <FormProblem address={address} wording={wording} />
          <p class="lede">{words.form.newLede}</p>
          {items.length > 0 && (
            <p class="links">
              <a href={pageUrl(wording.language, `${at}/library`)}>{words.library}</a>
            </p>
          )}
          <ActForm visit={visit} action={action} button={words.form.newButton}>
            <input type="hidden" name="recommendation" value={recommendation.id} />
            <Field
              name="code"
              label={words.form.code}
              hint={words.form.codeHint}
              autocomplete="off"
              longest={60}
            />
            <DefinitionFields
              visit={visit}
              action={action}
              dimensions={dimensions}
              institutions={institutions}
              suggestedFor={recommendation.id}
            />
          </ActForm>
        </>
      ),
    };
  },
};
