import { describe, expect, it } from '@jest/globals';

import { KnownDevices } from './known-devices.js';

describe('the mark of a device that signed in before', () => {
  const devices = new KnownDevices('a secret of the installation');

  it('is recognised for the account it was made for, and each device has its own name', () => {
    const [one, two] = [devices.mark('ana@per.example'), devices.mark('ana@per.example')];
    expect(devices.recognise(one, 'ana@per.example')).toMatch(/^[\w-]{43}$/);
    expect(devices.recognise(one, 'ana@per.example')).not.toBe(devices.recognise(two, 'ana@per.example'));
  });

  it('is worth nothing for another account, altered, made up or from another installation', () => {
    const mark = devices.mark('ana@per.example');
    expect(devices.recognise(mark, 'ben@per.example')).toBeNull();
    expect(devices.recognise(`A${mark.slice(1)}x`, 'ana@per.example')).toBeNull();
    for (const made of [undefined, '', '.', 'a.b', `${mark}.x`])
      expect(devices.recognise(made, 'ana@per.example')).toBeNull();
    const foreign = new KnownDevices('another secret').mark('ana@per.example');
    expect(devices.recognise(foreign, 'ana@per.example')).toBeNull();
  });
});
