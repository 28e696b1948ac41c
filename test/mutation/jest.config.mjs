import config from '../../jest.config.mjs';
import { foldersOfRoom } from './rooms.mjs';

const [small] = config.projects;

/** The small tests of one room alone: they are run once for each change. */
export default {
  ...small,
  rootDir: '../..',
  roots: foldersOfRoom().map((folder) => `<rootDir>/${folder}`),
};
