import config from '../../jest.config.mjs';
import { namedRoom } from './rooms.mjs';

const [small] = config.projects;

/** The small tests of one room alone: they are run once for each change. */
export default {
  ...small,
  rootDir: '../..',
  roots: namedRoom().folders.map((folder) => `<rootDir>/${folder}`),
  setupFiles: ['<rootDir>/test/mutation/property-sizes.mjs'],
};
