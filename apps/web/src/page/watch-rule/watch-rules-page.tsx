import type { InstitutionList, LadderPreviewView, WatchRulesView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { CalendarPart } from './calendar-part.js';
import { DutiesPart } from './duties-part.js';
import { LaddersPart } from './ladders-part.js';
import { StepsPart } from './steps-part.js';
import { ThresholdsPart } from './thresholds-part.js';

const LADDER_FIELDS = ['kind', 'institution', 'rungs', 'monthlyAfter', 'validFrom', 'validUntil'] as const;

interface Data extends Record<string, unknown> {
  readonly rules: WatchRulesView;
  readonly institutions: InstitutionList;
  /** Where a ladder is tried. */
  readonly preview?: LadderPreviewView;
}

/** How a State is watched: for the ombudsperson to read, and for the secretariat to change. */
export const watchRulesPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const path = statePath(parameters['iso3'] ?? '', '/watch-rules');
    const year = query.get('year');
    const tried = Object.fromEntries(LADDER_FIELDS.map((name) => [name, query.get(name) ?? undefined]));
    return {
      rules: apiUrl(language, path, /^\d{4}$/.test(year ?? '') ? { year: year ?? undefined } : {}),
      institutions: everyInstitution(language, parameters['iso3'] ?? ''),
      ...(query.has('rungs') ? { preview: apiUrl(language, `${path}/preview`, tried) } : {}),
    };
  },
  show: ({ rules, institutions, preview }, visit) => {
    const { wording, address, state, viewer } = visit;
    const words = wording.say.watchRule;
    const iso3 = state?.iso3 ?? '';
    const part = { rules, institutions, visit, iso3 };
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: rules.today,
      body: (
        <>
          <h1>{words.title(state?.name ?? iso3)}</h1>
          <p class="lede">{words.lede}</p>
          <InstitutionLinks
            iso3={iso3}
            viewer={viewer}
            wording={wording}
            here={statePath(iso3, '/watch-rules')}
          />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <Section title={words.ladders.title}>
            <LaddersPart {...part} preview={preview ?? null} />
          </Section>
          <Section title={words.steps.title}>
            <StepsPart {...part} />
          </Section>
          <Section title={words.thresholds.title}>
            <ThresholdsPart {...part} />
          </Section>
          <Section title={words.duties.title}>
            <DutiesPart {...part} />
          </Section>
          <Section title={words.calendar.title}>
            <CalendarPart {...part} />
          </Section>
        </>
      ),
    };
  },
};
