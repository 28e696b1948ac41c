import type { EvidenceList, SubmissionDetail } from '#contracts';

import { Section } from '../../layout/section.js';
import type { Visit } from '../../router/page.js';
import { EvidenceForms } from '../action/evidence-forms.js';
import { EvidenceTable } from '../action/evidence-table.js';

interface Props {
  readonly detail: SubmissionDetail;
  readonly evidence: EvidenceList;
  readonly iso3: string;
  readonly visit: Visit;
}

/** Evidence that comes with an institution's answer; given while it is a draft. */
export function Attachments({ detail, evidence, iso3, visit }: Props) {
  const { wording } = visit;
  const words = wording.say.submission.attachments;
  const gives = detail.steps.includes('edit') && detail.institution !== null;
  if (evidence.items.length === 0 && !gives) return null;
  return (
    <Section title={words.title} aside={words.aside} id="evidence">
      {evidence.items.length === 0 ? (
        <p class="note">{words.none}</p>
      ) : (
        <EvidenceTable items={evidence.items} iso3={iso3} wording={wording} />
      )}
      {gives && detail.institution !== null && (
        <EvidenceForms
          iso3={iso3}
          recommendation={detail.recommendation.id}
          action={null}
          answer={{ submission: detail.id, institution: detail.institution.code }}
          visit={visit}
        />
      )}
    </Section>
  );
}
