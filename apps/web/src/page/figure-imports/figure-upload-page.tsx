import type { FigureUploadView } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { SaveOrDiscard } from '../../form/save-or-discard.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { SettingsForm } from './settings-form.js';

const AGAIN_S = 5;
/** Problems on the page; the CSV has more. */
const SHOWN = 100;

type Outcome = NonNullable<FigureUploadView['outcome']>;

interface Props {
  readonly found: FigureUploadView;
  readonly visit: Visit;
}

/** A file that waits: what saving it would do, what is wrong with it, how it is read, and the confirmation. */
export const figureUploadPage: Page<{ found: FigureUploadView }> = {
  load: ({ language, parameters }) => ({
    found: apiUrl(
      language,
      statePath(
        parameters['iso3'] ?? '',
        `/imports/figures/uploads/${encodeURIComponent(parameters['id'] ?? '')}`,
      ),
    ),
  }),
  show: ({ found }, visit) => {
    const { wording } = visit;
    const room = statePath(found.state.iso3, '/imports/figures');
    if (found.importId !== null)
      return { redirectTo: pageUrl(wording.language, `${room}/${found.importId}`) };
    return {
      documentTitle: found.fileName,
      current: 'intake',
      crumbs: [
        { label: found.state.name, path: statePath(found.state.iso3) },
        { label: wording.say.figureImport.documentTitle, path: room },
        { label: found.fileName },
      ],
      today: found.today,
      ...(isBusy(found) && { again: AGAIN_S }),
      body: <UploadBody found={found} visit={visit} />,
    };
  },
};

const isBusy = ({ uploadState }: FigureUploadView): boolean =>
  uploadState === 'checking' || uploadState === 'saving';

function UploadBody({ found, visit }: Props) {
  const { wording, address } = visit;
  const { preview: words } = wording.say.figureImport;
  const { outcome, refusal } = found;
  const busy = isBusy(found);
  return (
    <>
      <h1>{titleOf(found, wording)}</h1>
      <p class="lede">
        {words.from(found.fileName, found.uploadedBy, wording.date(found.uploadedOn))}{' '}
        {words.until(wording.date(found.until))}
      </p>
      <FormProblem address={address} wording={wording} />
      {busy && (
        <p role="status">
          {words.busy(wording.percent(found.percentRead))}{' '}
          <a href={pageUrl(wording.language, address.path)}>{words.lookAgain}</a>
        </p>
      )}
      {busy && found.attempt !== null && <p>{words.again(found.attempt.number, found.attempt.of)}</p>}
      {!busy && refusal !== null && <p>{refusal.text}</p>}
      {!busy && outcome !== null && <Read outcome={outcome} wording={wording} />}
      {!busy && outcome !== null && outcome.problemCount === 0 && (
        <Section title={words.counts}>
          <Counts outcome={outcome} wording={wording} />
        </Section>
      )}
      <SaveOrDiscard
        of={statePath(found.state.iso3, `/imports/figures/uploads/${found.id}`)}
        seen={found.seen}
        words={wording.say.figureImport.preview}
        wording={wording}
      />
      {!busy && outcome !== null && outcome.problemCount > 0 && (
        <Section
          title={words.problems}
          id="problems"
          aside={
            <a
              href={apiUrl(
                wording.language,
                statePath(found.state.iso3, `/imports/figures/uploads/${found.id}/problems.csv`),
              )}
              download
            >
              {words.csv}
            </a>
          }
        >
          <p>{words.correct}</p>
          {outcome.problemCount > SHOWN && (
            <p class="note">{words.firstOf(wording.number(SHOWN), wording.number(outcome.problemCount))}</p>
          )}
          <Problems outcome={outcome} wording={wording} />
        </Section>
      )}
      {!busy && <SettingsForm found={found} visit={visit} />}
    </>
  );
}

function titleOf(found: FigureUploadView, { say }: Wording): string {
  const { preview: words } = say.figureImport;
  if (isBusy(found)) return words.titleBusy;
  if (found.outcome === null) return words.titleUnusable;
  if (found.outcome.problemCount > 0) return words.titleRefused(found.outcome.problemCount);
  const { added, revised } = found.outcome.counts;
  return added + revised === 0 ? words.titleSame : words.titleReady(added + revised);
}

function Read({ outcome, wording }: { readonly outcome: Outcome; readonly wording: Wording }) {
  const { preview: words } = wording.say.figureImport;
  return (
    <p>
      {[
        words.read(wording.number(outcome.rows)),
        outcome.skipped > 0 ? words.skipped(wording.number(outcome.skipped)) : '',
        outcome.overruled > 0 ? words.overruled(wording.number(outcome.overruled)) : '',
        outcome.remembered ? words.remembered : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')}
    </p>
  );
}

function Counts({ outcome, wording }: { readonly outcome: Outcome; readonly wording: Wording }) {
  const { preview: words } = wording.say.figureImport;
  return (
    <table class="list narrow">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col" class="number">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {(['added', 'revised', 'unchanged'] as const).map((change) => (
          <tr key={change}>
            <td>{words[change]}</td>
            <td class="number">{wording.number(outcome.counts[change])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems({ outcome, wording }: { readonly outcome: Outcome; readonly wording: Wording }) {
  const { preview: words } = wording.say.figureImport;
  const { problem: heads } = words;
  const beside = (code: string, other: string | null): string => {
    if (other === null) return '';
    return ` ${code === 'import.repeated' ? words.besideRow(other) : words.besideFigure(other)}`;
  };
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col" class="number">
            {heads.row}
          </th>
          <th scope="col">{heads.column}</th>
          <th scope="col">{heads.value}</th>
          <th scope="col">{heads.expected}</th>
        </tr>
      </thead>
      <tbody>
        {outcome.problems.slice(0, SHOWN).map(({ row, column, value, code, expected, other }) => (
          <tr key={`${row} ${column} ${code}`}>
            <td class="number" data-label={heads.row}>
              {wording.number(row)}
            </td>
            <td data-label={heads.column}>{column === '' ? words.wholeRow : column}</td>
            <td data-label={heads.value}>{value === '' ? <i>{words.nothing}</i> : value}</td>
            <td data-label={heads.expected}>{`${expected}${beside(code, other)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
