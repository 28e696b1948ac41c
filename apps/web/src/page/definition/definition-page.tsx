import type { DimensionList, IndicatorDefinitionView, InstitutionList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ReasonField } from '../../form/reason-field.js';
import { apiUrl, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { DefinitionFields } from './definition-fields.js';

interface Data extends Record<string, unknown> {
  readonly definition: IndicatorDefinitionView;
  readonly dimensions: DimensionList;
  readonly institutions: InstitutionList;
}

/** How an indicator is set, for the secretariat, who may set it otherwise. */
export const definitionPage: Page<Data> = {
  load: ({ language, parameters }) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      definition: apiUrl(language, `${indicatorPath(iso3, parameters['code'] ?? '')}/definition`),
      dimensions: apiUrl(language, statePath(iso3, '/dimensions')),
      institutions: everyInstitution(language, iso3),
    };
  },
  show: ({ definition, dimensions, institutions }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.definition;
    const iso3 = address.parameters['iso3'] ?? '';
    const action = indicatorPath(iso3, definition.code);
    const title = words.form.changeTitle(definition.code);
    return {
      documentTitle: title,
      current: 'indicators',
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        { label: wording.say.layout.indicators, path: statePath(iso3, '/indicators') },
        { label: definition.name[wording.language], path: action },
        { label: words.edit },
      ],
      body: (
        <>
          <h1>{title}</h1>
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <p class="lede">{definition.name[wording.language]}</p>
          <ActForm visit={visit} action={action} button={words.form.changeButton}>
            <DefinitionFields
              visit={visit}
              action={action}
              dimensions={dimensions}
              institutions={institutions}
              old={definition}
            />
            <ReasonField wording={wording} />
          </ActForm>
          <p class="note">{words.form.history}</p>
          <p class="links">
            <a href={pageUrl(wording.language, statePath(iso3, '/audit'), { subject: 'indicator' })}>
              {wording.say.history.link}
            </a>
          </p>
        </>
      ),
    };
  },
};
