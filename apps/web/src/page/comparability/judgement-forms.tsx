import type { ComparabilityView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, TextField } from '../../form/field.js';
import { indicatorPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

const LONGEST = 2_000;
const BREAK_KINDS = ['method', 'definition', 'territory', 'law', 'source', 'other'] as const;
const LANGUAGES = ['es', 'en', 'fr'] as const;

interface FormsProps {
  readonly reading: ComparabilityView;
  readonly iso3: string;
  readonly visit: Visit;
}

interface PeriodFormsProps extends FormsProps {
  readonly place: ComparabilityView['periods'][number];
  /** Of the period, as the page prints it. */
  readonly label: string;
}

/** Explaining the difference of a period, and choosing whose figure counts. */
export function PeriodForms({ reading, iso3, visit, place, label }: PeriodFormsProps) {
  const { wording } = visit;
  const { explain, choose } = wording.say.comparability;
  const { startOn, endOn } = place.period;
  const at = (judgement: string): string => addressOf(iso3, reading, judgement, `${startOn}..${endOn}`);
  return (
    <div class="changes">
      <FoldedForm
        visit={visit}
        action={at('explanation')}
        summary={explain.summary}
        label={explain.label(label)}
        button={explain.button}
        main={false}
      >
        <TextField name="text" label={explain.text} hint={explain.hint} longest={LONGEST} required />
        <LanguageChoice wording={wording} />
      </FoldedForm>
      <FoldedForm
        visit={visit}
        action={at('of_record')}
        summary={choose.summary}
        label={choose.label(label)}
        button={choose.button}
        main={false}
      >
        <Choice
          name="source"
          label={choose.source}
          hint={choose.hint}
          chosen={place.figures.find(({ ofRecord }) => ofRecord)?.source}
        >
          {place.figures.map(({ source, sourceName }) => (
            <option key={source} value={source}>
              {sourceName}
            </option>
          ))}
          <option value="">{choose.none}</option>
        </Choice>
        <TextField name="text" label={choose.text} longest={LONGEST} required />
        <LanguageChoice wording={wording} />
      </FoldedForm>
    </div>
  );
}

/** Marking a break in the series. */
export function BreakForm({ reading, iso3, visit }: FormsProps) {
  const { wording } = visit;
  const { breaks } = wording.say.comparability;
  return (
    <FoldedForm
      visit={visit}
      action={addressOf(iso3, reading, 'break', 'new')}
      summary={breaks.summary}
      button={breaks.button}
    >
      <DayField name="on" label={breaks.on} hint={breaks.onHint} />
      <Choice name="kind" label={breaks.kind}>
        {BREAK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {breaks.kinds[kind]}
          </option>
        ))}
      </Choice>
      <Choice name="source" label={breaks.source}>
        <option value="">{breaks.everySource}</option>
        {reading.sources.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <TextField name="text" label={breaks.text} hint={breaks.hint} longest={LONGEST} required />
      <LanguageChoice wording={wording} />
    </FoldedForm>
  );
}

interface LiftFormProps extends FormsProps {
  readonly broken: ComparabilityView['breaks'][number];
  /** Names the break among others. */
  readonly label: string;
}

export function LiftForm({ reading, iso3, visit, broken, label }: LiftFormProps) {
  const { wording } = visit;
  const { breaks } = wording.say.comparability;
  const place = broken.source === null ? broken.on : `${broken.on}@${broken.source}`;
  return (
    <FoldedForm
      visit={visit}
      action={addressOf(iso3, reading, 'break_lifted', place)}
      summary={breaks.lift}
      label={`${breaks.lift}: ${label}`}
      button={breaks.liftButton}
      main={false}
    >
      <TextField name="text" label={breaks.liftText} longest={LONGEST} required />
      <LanguageChoice wording={wording} />
    </FoldedForm>
  );
}

function LanguageChoice({ wording }: { readonly wording: Wording }) {
  const words = wording.say.comparability;
  return (
    <Choice name="language" label={words.language} chosen={wording.language}>
      {LANGUAGES.map((language) => (
        <option key={language} value={language}>
          {words.languages[language]}
        </option>
      ))}
    </Choice>
  );
}

function addressOf(iso3: string, { indicator }: ComparabilityView, judgement: string, place: string): string {
  return `${indicatorPath(iso3, indicator.code)}/comparability/${judgement}/${encodeURIComponent(place)}`;
}
