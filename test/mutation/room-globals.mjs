import { createRequire } from 'node:module';

const ofJest = createRequire(createRequire(import.meta.url).resolve('jest'));

export const { describe, it } = ofJest('jest-circus');
export const { expect } = ofJest('expect');
