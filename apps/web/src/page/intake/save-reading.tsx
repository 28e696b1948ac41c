import type { IntakeView } from '#contracts';

import { Failed } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface Props {
  readonly intake: IntakeView;
  readonly wording: Wording;
}

type Amended = Extract<NonNullable<IntakeView['saving']>, { kind: 'amended' }>;

/** What saving would change, and the two ways to end an intake. */
export function SaveReading({ intake, wording }: Props) {
  const { preview } = wording.say.intake;
  const { saving, state } = intake;
  if (saving === null)
    return (
      <p class="links">
        <a href={pageUrl(wording.language, statePath(state.iso3, '/recommendations'))}>
          {preview.toRecommendations}
        </a>
      </p>
    );
  const form = `/states/${encodeURIComponent(state.iso3)}/intakes/${intake.id}`;
  const blocked = saving.kind === 'amended' && saving.followed.length + saving.judged.length > 0;
  return (
    <Section title={preview.savingTitle}>
      <p>{preview.saving[saving.kind]}</p>
      {saving.kind === 'amended' && <Changes saving={saving} wording={wording} />}
      {saving.kind === 'language_added' && saving.unmatched.length > 0 && (
        <p class="note">{preview.changes.unmatched(saving.unmatched.map(wording.code).join(', '))}</p>
      )}
      {!blocked && (
        <form class="act" method="post" action={`${form}/save`}>
          <input type="hidden" name="lang" value={wording.language} />
          {saving.kind === 'amended' && (
            <label class="field">
              <span class="field-label">{preview.saveReason}</span>
              <textarea name="reason" rows={2} maxLength={500} required />
            </label>
          )}
          <button class="button button-main" type="submit">
            {preview.save}
          </button>
        </form>
      )}
      <form class="act" method="post" action={`${form}/discard`}>
        <input type="hidden" name="lang" value={wording.language} />
        <button class="button" type="submit">
          {preview.discard}
        </button>
      </form>
    </Section>
  );
}

function Changes({ saving, wording }: { readonly saving: Amended; readonly wording: Wording }) {
  const { changes, kinds } = wording.say.intake.preview;
  const dayOf = (day: string | null | undefined): string | null =>
    day === null || day === undefined ? null : wording.date(day);
  const codes = (list: readonly string[]): string => list.map(wording.code).join(', ');
  const lines = [
    [saving.added.length, changes.added(codes(saving.added))],
    [saving.removed.length, changes.removed(codes(saving.removed))],
    [saving.reworded.length, changes.reworded(codes(saving.reworded))],
    [saving.paragraphs.added.length, changes.paragraphsAdded(saving.paragraphs.added.join(', '))],
    [saving.paragraphs.removed.length, changes.paragraphsRemoved(saving.paragraphs.removed.join(', '))],
    [saving.paragraphs.reworded.length, changes.paragraphsReworded(saving.paragraphs.reworded.join(', '))],
    [
      saving.adoption === null ? 0 : 1,
      changes.adoption(dayOf(saving.adoption?.before), dayOf(saving.adoption?.after) ?? ''),
    ],
    ...saving.kinds.map(
      ({ number, before, after }) =>
        [1, changes.kind(number, kinds[before] ?? before, kinds[after] ?? after)] as const,
    ),
  ] as const;
  return (
    <>
      <ul>
        {lines
          .filter(([count]) => count > 0)
          .map(([, sentence]) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
      {saving.judged.length > 0 && <Failed>{changes.judged(codes(saving.judged))}</Failed>}
      {saving.followed.length > 0 && <Failed>{changes.followed(codes(saving.followed))}</Failed>}
    </>
  );
}
