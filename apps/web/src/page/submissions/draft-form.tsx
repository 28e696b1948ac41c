import type { FigureSheetView, SubmissionDetail } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Field } from '../../form/field.js';
import type { Visit } from '../../router/page.js';
import { KeptRoom } from '../../form/kept-room.js';
import { FigureForm } from '../figures/figure-form.js';
import { TextArea } from './text-area.js';

const LONGEST = 10_000;

interface DraftFormProps {
  readonly visit: Visit;
  readonly action: string;
  /** What else goes along: what it answers, or the version that was read. */
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly contribution: boolean;
  /** Whether the text says itself what time it is about. */
  readonly ownPeriod: boolean;
  /** Null where no figure is asked for. */
  readonly figures: FigureSheetView | null;
  readonly draft?: Pick<SubmissionDetail, 'texts' | 'organisation' | 'period'>;
}

/** Two buttons: a draft is kept, or handed in at once. */
export function DraftForm({
  visit,
  action,
  hidden,
  contribution,
  ownPeriod,
  figures,
  draft,
}: DraftFormProps) {
  const { wording, typedInto } = visit;
  const words = wording.say.submission.write;
  const typed = typedInto(action);
  const texts = [
    { name: 'text_en', lang: 'en', label: words.textEn, kept: draft?.texts.en },
    { name: 'text_es', lang: 'es', label: words.textEs, kept: draft?.texts.es },
  ];
  return (
    <form class="act" method="post" action={action} data-keep>
      <input type="hidden" name="lang" value={wording.language} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {contribution && (
        <Field
          name="organisation"
          label={words.organisation}
          hint={words.organisationHint}
          autocomplete="organization"
          longest={200}
          value={typed.get('organisation') ?? draft?.organisation ?? ''}
        />
      )}
      {ownPeriod && (
        <>
          <DayField
            name="period_from"
            label={words.periodFrom}
            hint={words.periodHint}
            required={false}
            value={typed.get('period_from') ?? draft?.period?.startOn ?? ''}
          />
          <DayField
            name="period_to"
            label={words.periodTo}
            required={false}
            value={typed.get('period_to') ?? draft?.period?.endOn ?? ''}
          />
        </>
      )}
      {figures && (
        <FigureForm
          sheet={figures}
          iso3={visit.address.parameters['iso3'] ?? ''}
          typed={typed}
          wording={wording}
        />
      )}
      <p class="note">{words.personal}</p>
      {(wording.language === 'es' ? texts.toReversed() : texts).map(({ name, lang, label, kept }) => (
        <TextArea
          key={name}
          name={name}
          label={label}
          rows={figures === null ? 9 : 5}
          longest={LONGEST}
          lang={lang}
          value={typed.get(name) ?? kept ?? ''}
        />
      ))}
      <p class="buttons">
        <button class="button button-main" type="submit" name="then" value="hand_in">
          {words.handIn}
        </button>
        <button class="button" type="submit" name="then" value="save">
          {words.save}
        </button>
      </p>
      <KeptRoom />
    </form>
  );
}
