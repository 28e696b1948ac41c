import { render } from 'preact';

import type { DeviceFacts } from '../device/device-facts.js';
import { setKeys, usesKeys } from '../device/key-setting.js';
import { keysHere } from '../device/keys-here.js';
import { openDialog } from './dialog.js';

/** Which keys there are, and the switch for those that are single. */
export function openKeyList({ words }: DeviceFacts): void {
  const dialog = openDialog('palette key-list', words.keys);
  if (!dialog) return;
  const isHere = keysHere();
  const shown = Object.entries(words.keyNames).filter(([key]) => isHere(key));
  render(
    <>
      <h2>{words.keys}</h2>
      <p class="note">{words.keysWhat}</p>
      <dl>
        {shown.map(([key, what]) => (
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
