import type { Wording } from '../../wording/wording.js';

interface ChartLinksProps {
  readonly csv: string;
  readonly json: string;
  readonly self: string;
  /** Without what its own page has as well. */
  readonly brief?: boolean;
  /** Whether there is something to make a picture of. */
  readonly hasPicture: boolean;
  readonly embed?: { readonly address: string; readonly title: string };
  readonly wording: Wording;
}

/** What a reader can take away of a chart: the files, a picture, its address, and the lines that put it into another page. */
export function ChartLinks({ csv, json, self, brief = false, hasPicture, embed, wording }: ChartLinksProps) {
  const { chart } = wording.say;
  return (
    <>
      <a href={csv} download>
        {chart.downloadCsv}
      </a>
      {!brief && <a href={json}>{chart.downloadJson}</a>}
      {hasPicture && !brief && (
        <button
          type="button"
          class="as-link needs-script"
          data-picture={wording.language}
          data-address={self}
          data-failed={chart.pngFailed}
        >
          {chart.savePng}
        </button>
      )}
      <a href={self}>{chart.link}</a>
      {embed !== undefined && (
        <details class="chart-embed">
          <summary>{chart.embed}</summary>
          <label>
            {chart.embedHow}
            <textarea readonly rows={4} spellcheck={false}>
              {frameFor(embed.address, embed.title)}
            </textarea>
          </label>
        </details>
      )}
    </>
  );
}

/** Lines for a page of others: a frame with a name, and no script. */
function frameFor(address: string, title: string): string {
  return `<iframe src="${inAttribute(address)}" title="${inAttribute(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
