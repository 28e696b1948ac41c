import type { IntakeView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { FactsReading } from './facts-reading.js';
import { ParagraphComparison } from './paragraph-comparison.js';
import { SaveReading } from './save-reading.js';

/** A document on its way in: its lines and how they are read, side by side, each place to be corrected. */
export const intakePage: Page<{ intake: IntakeView }> = {
  load: ({ language, parameters }) => ({
    intake: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', `/intakes/${encodeURIComponent(parameters['id'] ?? '')}`),
    ),
  }),
  show: ({ intake }, { wording, address }) => {
    const { preview, documentTitle } = wording.say.intake;
    return {
      documentTitle: intake.key,
      current: 'intake',
      crumbs: [
        { label: intake.state.name, path: statePath(intake.state.iso3) },
        { label: documentTitle, path: statePath(intake.state.iso3, '/intakes') },
        { label: intake.key },
      ],
      today: intake.today,
      body: (
        <>
          <h1>{preview.title(intake.recommendations, intake.key)}</h1>
          <p class="lede">{preview.from(intake.fileName, intake.openedBy, wording.date(intake.openedOn))}</p>
          <FormProblem address={address} wording={wording} />
          <FormDone address={address} words={preview.done} />
          {intake.intakeState !== 'open' && <p class="note">{preview.closed[intake.intakeState]}</p>}
          <Attention intake={intake} wording={wording} />
          <Section title={preview.facts} aside={preview.factsWhat}>
            <FactsReading intake={intake} wording={wording} />
          </Section>
          <Section title={preview.paragraphs} aside={preview.paragraphsWhat}>
            {intake.paragraphs.map((paragraph) => (
              <ParagraphComparison
                key={paragraph.number}
                intake={intake}
                paragraph={paragraph}
                wording={wording}
              />
            ))}
          </Section>
          <SaveReading intake={intake} wording={wording} />
        </>
      ),
    };
  },
};

/** The places about which the reading is unsure, each one a link: whoever has little time looks there first. */
function Attention({ intake, wording }: { readonly intake: IntakeView; readonly wording: Wording }) {
  const { preview } = wording.say.intake;
  const unsure = intake.paragraphs.filter(({ warnings }) => warnings.length > 0);
  return (
    <>
      {intake.warnings.map(({ code, message }) => (
        <p class="note" key={`${code} ${message}`}>
          {message}
        </p>
      ))}
      {intake.unplaced.length > 0 && <p class="note">{preview.unplaced(intake.unplaced.join(', '))}</p>}
      <p>{preview.attention(unsure.length)}</p>
      {unsure.length > 0 && (
        <ul>
          {unsure.map(({ number, warnings }) => (
            <li key={number}>
              <a href={`#paragraph-${number}`}>{preview.paragraph(number)}</a>
              {': '}
              {warnings.map(({ message }) => message).join(' ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
