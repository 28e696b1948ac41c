import type { EvidenceView } from '#contracts';

import { ReasonField } from '../../form/reason-field.js';
import { Sought } from '../../form/sought.js';
import { statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface EvidenceTableProps {
  readonly items: readonly EvidenceView[];
  readonly iso3: string;
  readonly wording: Wording;
  /** Whether this one may be withdrawn by whoever looks. */
  readonly mayWithdraw?: (entry: EvidenceView) => boolean;
  /** The action on whose page it stands. */
  readonly onAction?: number;
  /** Words as they stand in what is shown. */
  readonly sought?: readonly string[];
}

const SIZES = ['B', 'kB', 'MB'] as const;

export function EvidenceTable({
  items,
  iso3,
  wording,
  mayWithdraw,
  onAction,
  sought = [],
}: EvidenceTableProps) {
  const { columns, evidence: words } = wording.say.action;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.evidence}</th>
          <th scope="col">{columns.holds}</th>
          <th scope="col">{columns.visibility}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id}>
            <td class="what">
              <b lang={entry.language}>
                <Sought text={entry.title} words={sought} />
              </b>
              <span class="second">
                <Content entry={entry} iso3={iso3} wording={wording} />
              </span>
              <span class="second">
                {words.given(entry.institution.shortName, wording.shortDate(entry.recordedOn))}
              </span>
              {entry.withdrawnOn !== null && (
                <span class="second late-words">
                  {words.withdrawn(wording.shortDate(entry.withdrawnOn), entry.withdrawalReason ?? '')}
                </span>
              )}
            </td>
            <td data-label={columns.holds}>
              <b class={entry.standing === 'expired' ? 'late-words' : undefined}>
                {words.standing[entry.standing] ?? entry.standing}
              </b>
              <span class="second">{words.holdsFrom(wording.shortDate(entry.effectiveOn))}</span>
              {entry.expiresOn !== null && (
                <span class="second">{words.holdsUntil(wording.shortDate(entry.expiresOn))}</span>
              )}
            </td>
            <td data-label={columns.visibility}>
              {entry.published ? words.public : words.privateShort}
              {entry.withdrawnOn === null && mayWithdraw?.(entry) === true && (
                <WithdrawForm entry={entry} iso3={iso3} wording={wording} onAction={onAction} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ContentProps {
  readonly entry: EvidenceView;
  readonly iso3: string;
  readonly wording: Wording;
}

function Content({ entry, iso3, wording }: ContentProps) {
  const words = wording.say.action.evidence;
  if (entry.file !== null) {
    const open = entry.published && entry.withdrawnOn === null;
    return (
      <>
        <a
          href={`/api/v1${statePath(iso3, `/evidence/${entry.id}/${open ? 'file' : 'kept-file'}`)}`}
          download
        >
          {words.download(entry.file.name, sizeOf(entry.file.sizeBytes, wording))}
        </a>
        <span class="second code-line">{`${words.sha} ${entry.file.sha256}`}</span>
      </>
    );
  }
  return (
    <>
      <a href={entry.url ?? ''} rel="noopener noreferrer nofollow">
        {entry.url}
      </a>
      <LinkWords entry={entry} wording={wording} />
    </>
  );
}

/** Whether the link still answers, and since when it does not. */
function LinkWords({ entry: { link }, wording }: Pick<ContentProps, 'entry' | 'wording'>) {
  const words = wording.say.action.evidence;
  if (link === null) return <span class="second">{words.notChecked}</span>;
  const checked = wording.shortDate(link.checkedOn);
  if (link.brokenSince === null) return <span class="second">{words.lastChecked(checked)}</span>;
  const why = words.details[link.detail] ?? link.detail;
  return (
    <span class="second late-words">
      {words.broken(
        wording.shortDate(link.brokenSince),
        checked,
        link.httpStatus === null ? why : words.withStatus(why, link.httpStatus),
      )}
    </span>
  );
}

function sizeOf(bytes: number, wording: Wording): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return `${wording.number(bytes / 1000 ** step, step === 2 ? 1 : 0)} ${SIZES[step]}`;
}

function WithdrawForm({
  entry,
  iso3,
  wording,
  onAction,
}: ContentProps & { readonly onAction?: number | undefined }) {
  const words = wording.say.action.evidence;
  return (
    <details class="change">
      <summary aria-label={words.withdrawNamed(entry.title)}>{words.withdraw}</summary>
      <form class="act" method="post" action={statePath(iso3, `/evidence/${entry.id}/withdrawal`)}>
        <input type="hidden" name="lang" value={wording.language} />
        <input type="hidden" name="recommendation" value={entry.recommendation} />
        {onAction !== undefined && <input type="hidden" name="on_action" value={onAction} />}
        <ReasonField wording={wording} />
        <button class="button" type="submit">
          {words.withdraw}
        </button>
      </form>
    </details>
  );
}
