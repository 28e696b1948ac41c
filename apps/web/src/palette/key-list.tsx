import { render } from 'preact';

import type { DeviceFacts } from '../device/device-facts.js';
import { setKeys, usesKeys } from '../device/key-setting.js';
import { openDialog } from './dialog.js';

/** Which keys there are, and the switch for those that are single. */
export function openKeyList({ words }: DeviceFacts): void {
  const dialog = openDialog('palette key-list', words.keys);
  if (!dialog) return;
  render(
    <>
      <h2>{words.keys}</h2>
      <p class="note">{words.keysWhat}</p>
      <dl>
        {Object.entries(words.keyNames).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="key-switch">
        <input
          type="checkbox"
          checked={usesKeys()}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
        {words.useKeys}
      </label>
      <button class="button" type="button" onClick={() => dialog.close()}>
        {words.close}
      </button>
    </>,
    dialog,
  );
}
