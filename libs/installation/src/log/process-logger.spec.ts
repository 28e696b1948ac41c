import { describe, expect, it } from '@jest/globals';

import { serverLogger } from './process-logger.js';

describe('the log of a process', () => {
  it('takes an error without a stack, which Nest hands on as nothing', () => {
    expect(() => serverLogger().error('the relay did not answer', undefined, 'http')).not.toThrow();
    expect(() => serverLogger().error('the relay did not answer')).not.toThrow();
  });
});
