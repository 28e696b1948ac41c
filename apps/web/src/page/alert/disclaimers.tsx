import type { AlertDetail } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Choice, TextField } from '../../form/field.js';
import { Section } from '../../layout/section.js';
import type { Visit } from '../../router/page.js';

interface DisclaimersProps {
  readonly detail: AlertDetail;
  readonly visit: Visit;
  readonly mayDecide: boolean;
}

/** Who said that it is not theirs, and what was decided; with the form for the secretariat. */
export function Disclaimers({ detail, visit, mayDecide }: DisclaimersProps) {
  const { wording } = visit;
  const { page, forms } = wording.say.alert;
  if (detail.disclaimers.length === 0) return null;
  const waits = detail.disclaimers.find(({ decision }) => decision === null);
  return (
    <Section title={page.disclaimers}>
      <ul class="entries">
        {detail.disclaimers.map((said) => (
          <li key={said.id}>
            {`${page.said(said.institution ?? '', wording.date(said.saidOn))}: “${said.reason}”`}
            {said.decision !== null && said.decidedOn !== null && (
              <span class="second">
                {`${page.decided[said.decision] ?? said.decision}, ${wording.date(said.decidedOn)}: “${said.decisionReason ?? ''}”`}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayDecide && waits && (
        <FoldedForm
          visit={visit}
          action={`/states/${detail.state.iso3}/alerts/${detail.alert.alert}/disclaimer`}
          summary={forms.decide}
          button={forms.decideButton}
          open
        >
          <Choice name="decision" label={forms.decision}>
            <option value="assigned">{forms.assigned}</option>
            <option value="sent_back">{forms.sent_back}</option>
          </Choice>
          <Choice name="institution" label={forms.institution} hint={forms.institutionHint}>
            <option value="" />
            {detail.institutions
              .filter(({ code }) => code !== waits.institution)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </Choice>
          <TextField name="reason" label={forms.reason} hint={forms.reasonHint} required />
        </FoldedForm>
      )}
    </Section>
  );
}
