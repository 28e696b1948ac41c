import type { FigureUploadView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Choice, Field } from '../../form/field.js';
import { Section } from '../../layout/section.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

interface Props {
  readonly found: FigureUploadView;
  readonly visit: Visit;
}

/** What a person says of a file because the file does not: its columns, its words, and what it is about. */
export function SettingsForm({ found, visit }: Props) {
  const { wording } = visit;
  const { settings: words, indicator, source } = wording.say.figureImport;
  const { settings } = found;
  const cases = found.kind === 'prosecutions';
  const figures = found.kind === 'observations';
  const needed = found.outcome === null || found.outcome.problemCount > 0;
  return (
    <Section title={words.title} id="settings">
      <FoldedForm
        visit={visit}
        action={statePath(found.state.iso3, `/imports/figures/uploads/${found.id}/settings`)}
        button={words.again}
        main={needed}
        summary={words.change}
        open={needed}
      >
        <Columns found={found} wording={wording} />
        <Texts found={found} wording={wording} />
        {found.kind !== 'deflator' && (
          <Things
            name="indicator"
            label={indicator}
            things={found.choices.indicators}
            found={found}
            wording={wording}
          />
        )}
        <Things name="source" label={source} things={found.choices.sources} found={found} wording={wording} />
        <OneOf
          name="decimalMark"
          label={words.decimal}
          names={words.decimals}
          found={found}
          wording={wording}
        />
        {(figures || cases) && (
          <OneOf name="codes" label={words.codes} names={words.codeSystems} found={found} wording={wording} />
        )}
        {cases && (
          <OneOf name="cohortRule" label={words.rule} names={words.rules} found={found} wording={wording} />
        )}
        {found.kind === 'budget' && (
          <>
            <Year name="year" label={words.year} found={found} />
            <OneOf
              name="months"
              label={words.months}
              names={words.monthMeanings}
              found={found}
              wording={wording}
            />
          </>
        )}
        {found.kind === 'deflator' && <Year name="baseYear" label={words.baseYear} found={found} />}
        {(found.kind === 'budget' || found.kind === 'deflator') && (
          <Field
            name="currency"
            label={words.currency}
            hint={words.currencyHint}
            required={false}
            longest={3}
            value={settings.currency}
          />
        )}
        {figures && (
          <Field
            name="indicatorText"
            label={words.only}
            hint={words.onlyHint}
            required={false}
            value={settings.indicatorText}
          />
        )}
        <Field
          name="sheet"
          label={words.sheet}
          hint={words.sheetHint}
          required={false}
          value={settings.sheet}
        />
        <Field
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required={false}
          longest={500}
          value={settings.reason}
        />
        <Field
          name="override"
          label={words.override}
          hint={words.overrideHint}
          required={false}
          longest={500}
          value={settings.override}
        />
      </FoldedForm>
    </Section>
  );
}

interface PartProps {
  readonly found: FigureUploadView;
  readonly wording: Wording;
}

function Columns({ found, wording }: PartProps) {
  const { settings: words, fields } = wording.say.figureImport;
  const { choices, heads } = found;
  if (heads.length === 0) return null;
  const dimensions = found.kind === 'observations' ? choices.dimensions : [];
  const nameOf = (use: string): string =>
    (Object.hasOwn(fields, use) ? fields[use] : undefined) ??
    choices.dimensions.find(({ code }) => code === use)?.name ??
    use;
  return (
    <fieldset class="figures">
      <legend>{words.columns}</legend>
      <p class="field-hint">{words.columnsHint}</p>
      {heads.map(({ index, name, use, readAs }) => (
        <Choice key={index} name={`column:${index}`} label={name} chosen={use}>
          <option value="">{readAs === null ? words.notKnown : words.asRead(nameOf(readAs))}</option>
          <option value="ignore">{words.ignore}</option>
          <optgroup label={words.fields}>
            {choices.fields.map((field) => (
              <option key={field} value={field}>
                {nameOf(field)}
              </option>
            ))}
          </optgroup>
          {dimensions.length > 0 && (
            <optgroup label={words.dimensions}>
              {dimensions.map(({ code, name: dimension }) => (
                <option key={code} value={code}>
                  {dimension}
                </option>
              ))}
            </optgroup>
          )}
        </Choice>
      ))}
    </fieldset>
  );
}

function Texts({ found, wording }: PartProps) {
  const { settings: words } = wording.say.figureImport;
  if (found.unknownTexts.length === 0) return null;
  return (
    <fieldset class="figures">
      <legend>{words.texts}</legend>
      <p class="field-hint">{words.textsHint}</p>
      {found.unknownTexts.map(({ index, text, use }) => (
        <Choice key={index} name={`category:${index}`} label={text} chosen={use}>
          <option value="">{words.notKnown}</option>
          {found.choices.dimensions
            .filter(({ categories }) => categories.length > 0)
            .map(({ code, name, categories }) => (
              <optgroup key={code} label={name}>
                {categories.map((category) => (
                  <option key={category.code} value={category.code}>
                    {category.name}
                  </option>
                ))}
              </optgroup>
            ))}
        </Choice>
      ))}
    </fieldset>
  );
}

interface ThingsProps extends PartProps {
  readonly name: 'indicator' | 'source';
  readonly label: string;
  readonly things: FigureUploadView['choices']['sources'];
}

function Things({ name, label, things, found, wording }: ThingsProps) {
  return (
    <Choice name={name} label={label} chosen={found.settings[name]}>
      <option value="">{wording.say.figureImport.fromFile}</option>
      {things.map(({ code, name: thing }) => (
        <option key={code} value={code}>
          {`${code} ${thing}`}
        </option>
      ))}
    </Choice>
  );
}

interface YearProps {
  readonly name: 'year' | 'baseYear';
  readonly label: string;
  readonly found: FigureUploadView;
}

function Year({ name, label, found }: YearProps) {
  return <Field name={name} label={label} required={false} longest={4} value={found.settings[name]} />;
}

interface OneOfProps extends PartProps {
  readonly name: 'decimalMark' | 'codes' | 'cohortRule' | 'months';
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
}

function OneOf({ name, label, names, found, wording }: OneOfProps) {
  return (
    <Choice name={name} label={label} chosen={found.settings[name]}>
      <option value="">{wording.say.figureImport.settings.proven}</option>
      {Object.entries(names).map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </Choice>
  );
}
